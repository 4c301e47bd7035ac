using System.Globalization;

namespace SparkAnalytics.Sql.Types;

/// <summary>A place in a text that moves to the right over words, signs and blanks.</summary>
internal abstract class TextCursor(string text)
{
    private int _position;

    public void ExpectEnd()
    {
        SkipBlanks();
        if (_position < text.Length)
        {
            throw Wrong($"'{text[_position..]}' is left over");
        }
    }

    protected string ReadName()
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != '`')
        {
            return ReadWord();
        }

        var end = text.IndexOf('`', _position + 1);
        var name = end > 0 ? text[(_position + 1)..end] : throw Wrong("a backtick is missing");
        _position = end + 1;
        return name;
    }

    protected string ReadWord()
    {
        SkipBlanks();
        var start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        return _position > start ? text[start.._position] : throw Wrong("a name is missing");
    }

    protected int ReadNumber() =>
        int.TryParse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number is missing");

    protected bool SkipWord(string word)
    {
        var start = _position;
        SkipBlanks();
        if (string.Compare(text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
        {
            _position += word.Length;
            return true;
        }

        _position = start;
        return false;
    }

    protected void SkipQuoted()
    {
        Expect('\'');
        _position = text.IndexOf('\'', _position) is var end and >= 0 ? end + 1 : throw Wrong("the comment does not end");
    }

    protected bool Skip(char character)
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    protected void Expect(char character)
    {
        if (!Skip(character))
        {
            throw Wrong($"'{character}' is missing");
        }
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    protected AnalysisException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no type or schema: {what} at position {_position + 1}."));
}
