using System.Text.Json;

namespace SparkAnalytics.SampleData.Writers;

/// <summary>Tells text that a JSON line can hold as a real object without becoming another text when it is read.</summary>
internal static class CompactJson
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    public static bool IsObject(string? text)
    {
        if (text is null || !text.StartsWith('{') || HasBlankOutsideStrings(text) || text.Contains("\\ud", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text, _strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasBlankOutsideStrings(string text)
    {
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when inString:
                    i++;
                    break;
                case '"':
                    inString = !inString;
                    break;
                case ' ' or '\n' or '\r' or '\t' when !inString:
                    return true;
            }
        }

        return false;
    }
}
