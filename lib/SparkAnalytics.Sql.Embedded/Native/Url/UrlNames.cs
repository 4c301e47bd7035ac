using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Names of parameters that are looked for together.</summary>
internal sealed class UrlNames
{
    private const int Bytes = 256;

    /// <summary>In which capital and small letters of ASCII differ.</summary>
    private const int CaseBit = 0x20;

    private readonly byte[][] _names;

    /// <summary>The bytes that a parameter with one of the names may begin with.</summary>
    private readonly bool[] _beginnings = new bool[Bytes];

    /// <summary>Reads a list of names.</summary>
    /// <param name="list">The names, with <c>&amp;</c> between them.</param>
    public UrlNames(string list)
    {
        _names = [.. list.Split('&').Select(Encoding.UTF8.GetBytes)];
        _beginnings['a'] = _beginnings['A'] = true;
        foreach (var name in _names)
        {
            var first = name.Length == 0 ? (byte)'=' : name[0];
            _beginnings[first] = true;
            _beginnings[char.IsAsciiLetter((char)first) ? first ^ CaseBit : first] = true;
        }
    }

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>The next parameter with one of the names, in any case of ASCII letters; <c>amp;</c> before it is left out, as of an ampersand that was escaped for HTML.</summary>
    /// <param name="parameters">Those to look at; afterwards the rest.</param>
    /// <param name="index">Which name it is.</param>
    /// <param name="value">What stands behind the equals sign.</param>
    public bool TryNext(scoped ref ReadOnlySpan<byte> parameters, out int index, out ReadOnlySpan<byte> value)
    {
        while (!parameters.IsEmpty)
        {
            var isWanted = _beginnings[parameters[0]];
            var end = parameters.IndexOf((byte)'&');
            var parameter = end < 0 ? parameters : parameters[..end];
            parameters = end < 0 ? [] : parameters[(end + 1)..];
            if (isWanted && parameter.IndexOf((byte)'=') is >= 0 and var equals && IndexOf(parameter[..equals]) is >= 0 and var found)
            {
                index = found;
                value = parameter[(equals + 1)..];
                return true;
            }
        }

        index = -1;
        value = [];
        return false;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        name = name.Length >= 4 && Ascii.EqualsIgnoreCase(name[..4], "amp;"u8) ? name[4..] : name;
        for (var index = 0; index < _names.Length; index++)
        {
            if (_names[index].Length == name.Length && Ascii.EqualsIgnoreCase(name, _names[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
