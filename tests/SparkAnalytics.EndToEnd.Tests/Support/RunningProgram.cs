using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>A started process whose output is collected; it is ended when its time is up or when this is disposed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly CancellationTokenSource _limit;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _printed = new();
    private readonly Task _output;

    /// <summary>Starts it.</summary>
    /// <param name="info">What to start.</param>
    /// <param name="limit">After which it is ended.</param>
    /// <param name="keepInput">Leaves its input open until <see cref="CloseInput"/>.</param>
    public RunningProgram(ProcessStartInfo info, TimeSpan limit, bool keepInput = false)
    {
        _limit = new CancellationTokenSource(limit);
        _process = Process.Start(info)!;
        if (!keepInput)
        {
            _process.StandardInput.Close();
        }

        _output = ReadOutput();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Ends the input.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Reads the error output until a line begins with some text; the program may be anywhere after it.</summary>
    public void WaitForProgress(string beginning)
    {
        while (_process.StandardError.ReadLineAsync(_limit.Token).AsTask().GetAwaiter().GetResult() is { } line)
        {
            _errors.AppendLine(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"the program ended without the line '{beginning}'\n{_errors}");
    }

    /// <summary>Waits for a line of the output that begins with some text.</summary>
    /// <returns>The line.</returns>
    public string WaitForOutput(string beginning)
    {
        string? Line()
        {
            lock (_printed)
            {
                var lines = _printed.ToString().Split('\n');
                return lines[..^1].FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal));
            }
        }

        SpinWait.SpinUntil(() => Line() is not null || _output.IsCompleted);
        return Line() ?? throw new InvalidOperationException($"The program ended without the line '{beginning}': {_printed}{_process.StandardError.ReadToEnd()}");
    }

    /// <summary>Sends a signal by its name, e.g. <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Whether it ends by itself within some time.</summary>
    public bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Ends it at once, in the midst of whatever it does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end.</summary>
    public CommandResult Finish()
    {
        var errors = _process.StandardError.ReadToEndAsync(_limit.Token).GetAwaiter().GetResult();
        _output.GetAwaiter().GetResult();
        _process.WaitForExitAsync(_limit.Token).GetAwaiter().GetResult();
        return new CommandResult(_process.ExitCode, _printed.ToString(), _errors + errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _limit.Dispose();
    }

    private async Task ReadOutput()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer, _limit.Token).ConfigureAwait(false) is var count and not 0)
        {
            lock (_printed)
            {
                _printed.Append(buffer, 0, count);
            }
        }
    }
}
