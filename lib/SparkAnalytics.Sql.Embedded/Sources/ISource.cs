using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>One of the formats that can be read.</summary>
internal interface ISource
{
    /// <summary>The names of its options.</summary>
    IReadOnlyCollection<string> Options { get; }

    /// <summary>The columns, found by a look at the files.</summary>
    StructType Schema(Read read, Workspace workspace);

    /// <summary>A SELECT with the columns and the file's name under the scope's names.</summary>
    string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions);
}
