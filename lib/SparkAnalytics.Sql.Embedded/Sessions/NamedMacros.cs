using System.Buffers;
using System.Collections.Frozen;
using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Dialect;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>The macros of the dialect, each made in the database when a statement first names it: most statements need few, and to make all takes longer than a short statement does.</summary>
internal sealed class NamedMacros(DuckDBConnection connection)
{
    private const string Prefix = "spark_";

    private static readonly FrozenDictionary<string, (string Signature, string Body)> s_all = Macros.All.ToFrozenDictionary(macro => macro.Signature[..macro.Signature.IndexOf('(', StringComparison.Ordinal)], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Signature, string Body)>.AlternateLookup<ReadOnlySpan<char>> s_byName = s_all.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_signs = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>Makes the macros that SQL names, and those that they name, where they are not there yet.</summary>
    /// <param name="sql">A statement, whole.</param>
    public void Make(string sql)
    {
        for (var start = sql.IndexOf(Prefix, StringComparison.Ordinal); start >= 0; start = sql.IndexOf(Prefix, start + Prefix.Length, StringComparison.Ordinal))
        {
            var rest = sql.AsSpan(start);
            var end = rest.IndexOfAnyExcept(s_signs);
            if (s_byName.TryGetValue(end < 0 ? rest : rest[..end], out var macro))
            {
                Make(macro.Signature, macro.Body);
            }
        }
    }

    private void Make(string signature, string body)
    {
        lock (_made)
        {
            if (!_made.Contains(signature))
            {
                Make(body);
                using var command = connection.CreateCommand();
                command.CommandText = $"CREATE MACRO {signature} AS {body}";
                command.ExecuteNonQuery();
                _made.Add(signature);
            }
        }
    }
}
