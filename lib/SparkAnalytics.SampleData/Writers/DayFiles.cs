using System.Globalization;
using System.Text;

namespace SparkAnalytics.SampleData.Writers;

/// <summary>One text file for each day, opened when the day's first row comes. Holds the rule of which row is followed by an unreadable line.</summary>
internal sealed class DayFiles(string folder, string extension) : IDisposable
{
    private const int FirstBrokenLine = 1_000;
    private const int BrokenLineEvery = 20_000;

    private readonly List<string> _paths = [];
    private DateOnly _day;
    private StreamWriter? _writer;
    private long _rows;

    /// <summary>The files so far, in the order of their days.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Counts a row and gives its file.</summary>
    public StreamWriter FileOf(DateOnly day, out bool isNew, out int? brokenLine)
    {
        isNew = _writer is null || day != _day;
        if (isNew)
        {
            _writer?.Dispose();
            _day = day;
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events_{day:yyyyMMdd}.{extension}"));
            _writer = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 1 << 18,
            })
            { NewLine = "\n" };
            _paths.Add(path);
        }

        var row = ++_rows;
        brokenLine = row % BrokenLineEvery == FirstBrokenLine ? (int)(row / BrokenLineEvery) : null;
        return _writer!;
    }

    public void Dispose() => _writer?.Dispose();
}
