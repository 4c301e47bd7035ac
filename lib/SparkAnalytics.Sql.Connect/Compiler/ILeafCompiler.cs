using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Compiler;

/// <summary>Compiles what has no input: files, local rows, queries, what was cached.</summary>
internal interface ILeafCompiler
{
    /// <summary>A relation whose columns have the leaf's unique names.</summary>
    Proto.Relation Compile(Relation leaf, UniqueNames names);
}
