using SparkAnalytics.Pipeline.Runs;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Progress in a terminal: a line for each finished step, and below them a moving sign with what is being done.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does some work and shows how far it is.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="activity">What a server tells of the work.</param>
    /// <param name="work">The work; gets what to report to, or null.</param>
    /// <returns>The work's result.</returns>
    public static T Run<T>(Screen screen, bool quiet, ServerActivity activity, Func<IProgress<RunProgress>?, T> work)
    {
        if (quiet)
        {
            return work(null);
        }

        if (screen.IsWatched)
        {
            return screen.Errors.Status().Spinner(Spinner.Known.Dots).Start("starting", context =>
            {
                var spinning = new Spinning(screen.Errors, context);
                return activity.While(spinning.Report, () => work(spinning));
            });
        }

        var lines = new ProgressLines(screen.Note, TimeProvider.System);
        return activity.While(lines.Report, () => work(lines));
    }

    private sealed class Spinning(IAnsiConsole console, StatusContext context) : IProgress<RunProgress>
    {
        private readonly List<string> _running = [];
        private string _server = string.Empty;

        public void Report(ServerWork progress)
        {
            lock (_running)
            {
                _server = $" ({ProgressLines.Server(progress)})";
                Show();
            }
        }

        public void Report(RunProgress value)
        {
            lock (_running)
            {
                if (value.State == RunStepState.Started)
                {
                    _running.Add(value.Step);
                }
                else
                {
                    _running.Remove(value.Step);
                    console.MarkupLineInterpolated($"[green]✓[/] {ProgressLines.Done(value)}");
                }

                _server = string.Empty;
                Show();
            }
        }

        private void Show() => context.Status = _running.Count == 0 ? "..." : Markup.Escape(string.Join(", ", _running) + _server);
    }
}
