using System.Text;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Leaves out blanks at the ends of lines, which tables are filled up with; for output that goes to a file or pipe.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == '\n')
        {
            inner.WriteLine(_line.ToString().TrimEnd());
            _line.Clear();
        }
        else
        {
            _line.Append(value);
        }
    }

    public override void Flush()
    {
        inner.Write(_line);
        _line.Clear();
        inner.Flush();
    }
}
