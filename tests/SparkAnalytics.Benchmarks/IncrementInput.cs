using System.Globalization;
using DuckDB.NET.Data;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary>A history of some days, and the file of one more day in which late events come: they are taken out of the history.</summary>
/// <param name="History">The folder with the history's files, one a day.</param>
/// <param name="Day">The file of the day after it.</param>
/// <param name="LateDay">The same day with a few more events that are weeks late.</param>
internal sealed record IncrementInput(string History, string Day, string LateDay)
{
    private const int DaysLate = 2;

    private const int WeeksLateInDays = 21;

    private const int WeeksLateEvents = 100;

    /// <summary>The files in a folder, which are written where they are not there.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="eventsOfDay">How many events a day has; a hundredth of the last day's is late by up to two days.</param>
    /// <param name="days">How many days the history has.</param>
    public static IncrementInput In(string folder, long eventsOfDay, int days)
    {
        var input = new IncrementInput(Path.Combine(folder, "history"), Path.Combine(folder, "day.parquet"), Path.Combine(folder, "late-day.parquet"));
        if (!File.Exists(input.LateDay))
        {
            input.Write(folder, eventsOfDay, days);
        }

        return input;
    }

    private void Write(string folder, long eventsOfDay, int days)
    {
        var all = Path.Combine(folder, "all");
        SampleParquet.Write(new SampleOptions(eventsOfDay * (days + 1)) { Days = days + 1 }, all);
        Directory.CreateDirectory(History);
        var files = Directory.GetFiles(all).Order(StringComparer.Ordinal).ToList();
        var last = files.Take(days + 1).Last();

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var late = files.Take(days).TakeLast(DaysLate).ToList();
        var veryLate = files.Take(days).TakeLast(WeeksLateInDays).ToList();
        Run(connection, $"CREATE TABLE late AS SELECT *, filename AS file, file_row_number AS row FROM read_parquet({List(late)}, filename = true, file_row_number = true) ORDER BY md5(row || file) LIMIT {Number(eventsOfDay / 100)}");
        Run(connection, $"CREATE TABLE very_late AS SELECT *, filename AS file, file_row_number AS row FROM read_parquet({List(veryLate)}, filename = true, file_row_number = true) ANTI JOIN late USING (filename, file_row_number) ORDER BY md5(file || row) LIMIT {Number(WeeksLateEvents)}");
        Run(connection, "CREATE TABLE taken AS SELECT file, row FROM late UNION ALL SELECT file, row FROM very_late");
        foreach (var file in files.Take(days))
        {
            Copy(connection, $"SELECT * EXCLUDE (file_row_number) FROM read_parquet({List([file])}, file_row_number = true) WHERE file_row_number NOT IN (SELECT row FROM taken WHERE file = {Text(file)})", Path.Combine(History, Path.GetFileName(file)));
        }

        var columns = "EXCLUDE (filename, file_row_number, file, row)";
        Copy(connection, $"SELECT * FROM read_parquet({List([last])}) UNION ALL BY NAME SELECT * {columns} FROM late", Day);
        Copy(connection, $"SELECT * FROM read_parquet({List([Day])}) UNION ALL BY NAME SELECT * {columns} FROM very_late", LateDay);
        Directory.Delete(all, recursive: true);
    }

    private static void Copy(DuckDBConnection connection, string select, string path) =>
        Run(connection, $"COPY ({select}) TO {Text(path)} (FORMAT parquet, COMPRESSION zstd)");

    private static string List(IEnumerable<string> paths) => $"[{string.Join(", ", paths.Select(Text))}]";

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
