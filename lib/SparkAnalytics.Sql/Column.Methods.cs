using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Conditions, text and members.</content>
public sealed partial class Column
{
    /// <summary>A further branch after <see cref="Functions.When"/>.</summary>
    /// <param name="condition">When it holds,</param>
    /// <param name="value">this is the value.</param>
    /// <returns>The value, NULL where no branch holds.</returns>
    /// <exception cref="AnalysisException">There is no When before, or an Otherwise.</exception>
    public Column When(Column condition, object? value) => Extend(nameof(When), condition.Expression, Literals.Of(value));

    /// <summary>The value where no branch before holds.</summary>
    /// <param name="value">A column or a constant.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AnalysisException">There is no When before, or an Otherwise.</exception>
    public Column Otherwise(object? value) => Extend(nameof(Otherwise), Literals.Of(value));

    /// <summary>From one value to another, both included.</summary>
    /// <param name="lowerBound">The lowest value.</param>
    /// <param name="upperBound">The highest value.</param>
    /// <returns>The value.</returns>
    public Column Between(object? lowerBound, object? upperBound) => Call("between", this, lowerBound, upperBound);

    /// <summary>Whether a number is NaN.</summary>
    /// <returns>The value, never NULL.</returns>
    public Column IsNaN() => Call("isnan", this);

    /// <summary>Whether the value is NULL.</summary>
    /// <returns>The value, never NULL.</returns>
    public Column IsNull() => Call("isnull", this);

    /// <summary>Whether the value is not NULL.</summary>
    /// <returns>The value, never NULL.</returns>
    public Column IsNotNull() => Call("isnotnull", this);

    /// <summary>Whether the text fits a pattern of <c>%</c> and <c>_</c>, with <c>\</c> to escape.</summary>
    /// <param name="literal">The pattern.</param>
    /// <returns>The value.</returns>
    public Column Like(string literal) => Call("like", this, literal);

    /// <summary>Whether a regular expression finds something in the text.</summary>
    /// <param name="literal">The regular expression.</param>
    /// <returns>The value.</returns>
    public Column RLike(string literal) => Call("rlike", this, literal);

    /// <summary>An element of an array (from 0), a value of a map, or a member of a structure.</summary>
    /// <param name="key">Its index, key or name.</param>
    /// <returns>The value.</returns>
    public Column GetItem(object key) => Call("getitem", this, key);

    /// <summary>A member of a structure.</summary>
    /// <param name="fieldName">Its name.</param>
    /// <returns>The value.</returns>
    public Column GetField(string fieldName) => Call("getitem", this, fieldName);

    /// <summary>The structure with a member added, or replaced in place.</summary>
    /// <param name="fieldName">The member.</param>
    /// <param name="column">Its value.</param>
    /// <returns>The structure.</returns>
    public Column WithField(string fieldName, Column column) => Call("with_field", this, fieldName, column);

    /// <summary>The structure without some members.</summary>
    /// <param name="fieldNames">The members; names that are not there do not matter.</param>
    /// <returns>The structure.</returns>
    public Column DropFields(params string[] fieldNames) => Call("drop_fields", [this, .. fieldNames]);

    /// <summary>As <see cref="GetItem"/>.</summary>
    /// <param name="extraction">Index, key or name.</param>
    /// <returns>The value.</returns>
    public Column Apply(object extraction) => GetItem(extraction);

    /// <summary>A part of the text.</summary>
    /// <param name="startPos">From 1; negative counts from the end.</param>
    /// <param name="len">How many characters.</param>
    /// <returns>The value.</returns>
    public Column SubStr(Column startPos, Column len) => Call("substring", this, startPos, len);

    /// <inheritdoc cref="SubStr(Column, Column)"/>
    public Column SubStr(int startPos, int len) => Call("substring", this, startPos, len);

    /// <summary>Whether the text holds another.</summary>
    /// <param name="other">A column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Contains(object other) => Call("contains", this, other);

    /// <summary>Whether the text begins with another.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>The value.</returns>
    public Column StartsWith(Column other) => Call("startswith", this, other);

    /// <summary>Whether the text begins with another.</summary>
    /// <param name="literal">The other text.</param>
    /// <returns>The value.</returns>
    public Column StartsWith(string literal) => Call("startswith", this, literal);

    /// <summary>Whether the text ends with another.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>The value.</returns>
    public Column EndsWith(Column other) => Call("endswith", this, other);

    /// <summary>Whether the text ends with another.</summary>
    /// <param name="literal">The other text.</param>
    /// <returns>The value.</returns>
    public Column EndsWith(string literal) => Call("endswith", this, literal);

    private Column Extend(string member, params ReadOnlySpan<Expression> arguments) => Expression is FunctionCall { Name: "when" } call && call.Arguments.Length % 2 == 0
        ? new Column(call with { Arguments = [.. call.Arguments, .. arguments] })
        : throw new AnalysisException($"{member} follows Functions.When(...) or a further When(...), before any Otherwise(...).");
}
