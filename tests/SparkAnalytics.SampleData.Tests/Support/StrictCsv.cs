using System.Text;

namespace SparkAnalytics.SampleData.Tests.Support;

/// <summary>Reads CSV to the letter of RFC 4180: records with their fields, or null for a record that breaks a rule.</summary>
internal static class StrictCsv
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<string?[]?> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = 0;
        while (start < bytes.Length)
        {
            var (end, fields) = Record(bytes, start);
            yield return fields;
            start = end + 1;
        }
    }

    private static (int End, string?[]? Fields) Record(byte[] bytes, int start)
    {
        var fields = new List<string?>();
        var field = new List<byte>();
        var broken = false;
        var state = State.Empty;
        var at = start;
        for (; at < bytes.Length && (bytes[at] != '\n' || state == State.Quoted); at++)
        {
            (state, var action) = (state, (char)bytes[at]) switch
            {
                (State.Quoted, '"') => (State.Closed, Step.None),
                (State.Quoted, _) => (State.Quoted, Step.Keep),
                (_, ',') => (State.Empty, Step.EndField),
                (State.Empty, '"') => (State.Quoted, Step.None),
                (State.Closed, '"') => (State.Quoted, Step.Keep),
                (State.Closed, _) or (State.Plain, '"') => (State.Plain, Step.Broken),
                _ => (State.Plain, Step.Keep),
            };
            broken |= action == Step.Broken;
            if (action == Step.Keep)
            {
                field.Add(bytes[at]);
            }
            else if (action == Step.EndField)
            {
                EndField();
            }
        }

        EndField();
        return (at, broken ? null : [.. fields]);

        void EndField()
        {
            try
            {
                fields.Add(field.Count == 0 ? null : _strict.GetString(field.ToArray()));
            }
            catch (DecoderFallbackException)
            {
                broken = true;
            }

            field.Clear();
        }
    }

    private enum State
    {
        Empty,
        Plain,
        Quoted,
        Closed,
    }

    private enum Step
    {
        None,
        Keep,
        EndField,
        Broken,
    }
}
