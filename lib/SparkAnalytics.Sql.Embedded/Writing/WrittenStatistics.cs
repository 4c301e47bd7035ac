using System.Collections;
using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Turns what DuckDB's RETURN_STATS tells of a file into statistics of the log: dates, times and numbers, never text.</summary>
internal static class WrittenStatistics
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static FileStatistics Of(long rows, IDictionary? columns, TableMetadata metadata)
    {
        var builder = new FileStatisticsBuilder(rows);
        foreach (var field in metadata.Schema.Fields.Where(field => metadata.StatisticsColumns?.Contains(field.Name, StringComparer.OrdinalIgnoreCase) ?? true))
        {
            var name = metadata.PhysicalName(field);
            if (FileStatisticsBuilder.Notes(field.Type) && columns?[$"\"{name}\""] is IDictionary found)
            {
                var isUsable = found["has_nan"] as string is not ("true" or "1");
                var type = DeltaTypes.ToType(field.Type);
                builder.Add(name, field.Type, isUsable ? Value(found["min"], type) : null, isUsable ? Value(found["max"], type) : null, Count(found["null_count"]));
            }
        }

        return builder.Build();
    }

    private static long? Count(object? text) => text is string digits ? long.Parse(digits, CultureInfo.InvariantCulture) : null;

    private static object? Value(object? value, DataType type) => value is not string text ? null : type switch
    {
        ByteType or ShortType or IntegerType or LongType => long.Parse(text, CultureInfo.InvariantCulture),
        DecimalType number => DecimalValues.Parse(text, number),
        FloatType or DoubleType => text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        },
        DateType => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : null,
        TimestampType => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null,
        TimestampNtzType => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null,
        _ => null,
    };
}
