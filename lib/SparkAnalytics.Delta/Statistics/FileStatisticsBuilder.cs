using System.Data.SqlTypes;
using System.Globalization;
using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>
/// Makes the statistics of a new file. Dates, times and numbers only: the log outlives the rows, so columns of other types, text
/// above all, are left out whatever is said of them.
/// </summary>
/// <param name="recordCount">Number of rows in the file.</param>
public sealed class FileStatisticsBuilder(long recordCount)
{
    private static readonly HashSet<string> Noted = ["byte", "short", "integer", "long", "float", "double", "date", "timestamp", "timestamp_ntz"];
    private readonly List<(string Column, object? Minimum, object? Maximum, long? NullCount)> columns = [];

    /// <summary>Whether values of a type are noted at all.</summary>
    public static bool Notes(DeltaType type) => type is DeltaDecimalType || (type is DeltaPrimitiveType simple && Noted.Contains(simple.Name));

    /// <summary>Notes a column.</summary>
    /// <param name="column">Its name in data files.</param>
    /// <param name="type">Its type; types that are not noted are skipped.</param>
    /// <param name="minimum">
    /// The least value as a .NET number or <see cref="SqlDecimal"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> (timestamp) or
    /// <see cref="DateTime"/> (timestamp_ntz; with kind Utc also timestamp); null when there is none.
    /// </param>
    /// <param name="maximum">The greatest value, in the same forms.</param>
    /// <param name="nullCount">Number of rows without a value, or null when unknown.</param>
    public FileStatisticsBuilder Add(string column, DeltaType type, object? minimum, object? maximum, long? nullCount)
    {
        if (Notes(type))
        {
            var usable = !IsNaN(minimum) && !IsNaN(maximum);
            columns.Add((column, usable ? minimum : null, usable ? maximum : null, nullCount));
        }

        return this;
    }

    /// <summary>The statistics, with the number of rows always.</summary>
    public FileStatistics Build() => new(LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("numRecords", recordCount);
        if (columns.Count > 0)
        {
            WriteValues(writer, "minValues", column => column.Minimum);
            WriteValues(writer, "maxValues", column => column.Maximum);
            WriteValues(writer, "nullCount", column => column.NullCount);
        }

        writer.WriteEndObject();
    }));

    private void WriteValues(Utf8JsonWriter writer, string name, Func<(string Column, object? Minimum, object? Maximum, long? NullCount), object?> value)
    {
        writer.WriteStartObject(name);
        foreach (var column in columns)
        {
            if (value(column) is object noted)
            {
                writer.WritePropertyName(column.Column);
                writer.WriteRawValue(Format(noted));
            }
        }

        writer.WriteEndObject();
    }

    // Milliseconds for times, cut and not rounded, is what readers expect: they add one to the maximum.
    private static string Format(object value) => value switch
    {
        DateOnly date => $"\"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"",
        DateTimeOffset time => $"\"{time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)}Z\"",
        DateTime { Kind: DateTimeKind.Utc } time => $"\"{time.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)}Z\"",
        DateTime time => $"\"{time.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)}\"",
        float.PositiveInfinity or double.PositiveInfinity => "\"Infinity\"",
        float.NegativeInfinity or double.NegativeInfinity => "\"-Infinity\"",
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        sbyte or short or int or long or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        SqlDecimal number => number.ToString(),
        _ => throw new ArgumentException($"Statistics hold numbers, dates and times, not {value.GetType().Name}."),
    };

    private static bool IsNaN(object? value) => value is float.NaN or double.NaN;
}
