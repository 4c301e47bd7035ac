using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>What a line of the function tables needs to know of the compiler that asks it.</summary>
internal interface IExpressionCompiler
{
    /// <summary>The moment that <c>current_timestamp()</c> means in the whole statement.</summary>
    Timestamp Now { get; }

    /// <summary>The SQL of an expression over columns that the enclosing statement has under their names of the scope.</summary>
    string Compile(Expression expression);
}
