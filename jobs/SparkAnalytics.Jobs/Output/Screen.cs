using System.Text;
using SparkAnalytics.Sql.Printing;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Where a command writes: results to the output, progress and failures to the error output.</summary>
internal sealed class Screen : IDisposable
{
    private readonly TextWriter _errors;
    private readonly Func<TextWriter> _openBulk;

    /// <summary>Makes a screen of two writers.</summary>
    /// <param name="output">For results that people read.</param>
    /// <param name="errors">For progress, notes and failures.</param>
    /// <param name="openBulk">Opens a buffered writer to the same place as <paramref name="output"/>, for many rows.</param>
    public Screen(TextWriter output, TextWriter errors, Func<TextWriter> openBulk)
    {
        _errors = errors;
        _openBulk = openBulk;
        Lines = output;
        Output = output == Console.Out && !Console.IsOutputRedirected
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) })
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new TrimmedLines(output)), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        Errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
    }

    /// <summary>The output, laid out to the width of the terminal; 80 columns without one.</summary>
    public IAnsiConsole Output { get; }

    /// <summary>The error output, likewise.</summary>
    public IAnsiConsole Errors { get; }

    /// <summary>The output without any layout: lines stay whole, so that they can be pasted.</summary>
    public TextWriter Lines { get; }

    /// <summary>Whether somebody watches the error output in a terminal that can redraw.</summary>
    public bool IsWatched => Errors.Profile.Out.IsTerminal && Errors.Profile.Capabilities.Ansi;

    public static Screen OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = utf8;
        }

        return new Screen(Console.Out, Console.Error, () => new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16));
    }

    /// <summary>A buffered writer to the output; to be disposed before anything else is written.</summary>
    public TextWriter OpenBulk() => _openBulk();

    /// <summary>A remark beside the result.</summary>
    public void Note(string text) => _errors.WriteLine(VisibleText.Lines(text));

    /// <summary>The one message of a failure.</summary>
    public void Fail(string message)
    {
        Errors.Write(new Text("error: ", new Style(Color.Red, decoration: Decoration.Bold)));
        _errors.WriteLine(VisibleText.Lines(message));
    }

    public void Dispose()
    {
        Lines.Flush();
        _errors.Flush();
    }
}
