namespace SparkAnalytics.Sql;

/// <content>NULL, choice, bits, hashes and errors.</content>
public static partial class Functions
{
    /// <summary>The first value that is not NULL.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Coalesce(params Column[] columns) => Call("coalesce", columns);

    /// <summary>The size without the sign.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Abs(Column column) => Call("abs", column);

    /// <summary>Whether a number is NaN.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column IsNaN(Column column) => Call("isnan", column);

    /// <summary>Whether the value is NULL.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column IsNull(Column column) => Call("isnull", column);

    /// <summary>The number with its sign changed.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Negate(Column column) => Call("negative", column);

    /// <summary>Not.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Not(Column column) => Call("not", column);

    /// <summary>All bits turned.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column BitwiseNOT(Column column) => Call("~", column);

    /// <summary>All bits turned.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Bitwise_Not(Column column) => Call("~", column);

    /// <summary>The first value, or the second where the first is NaN.</summary>
    /// <param name="column1">The first value.</param>
    /// <param name="column2">The second value.</param>
    /// <returns>The value.</returns>
    public static Column NaNvl(Column column1, Column column2) => Call("nanvl", column1, column2);

    /// <summary>The largest value that is not NULL.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Greatest(params Column[] columns) => Call("greatest", columns);

    /// <summary>The largest value that is not NULL.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column Greatest(string columnName, params string[] columnNames) => Call("greatest", DataFrame.Named(columnName, columnNames));

    /// <summary>The smallest value that is not NULL.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Least(params Column[] columns) => Call("least", columns);

    /// <summary>The smallest value that is not NULL.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column Least(string columnName, params string[] columnNames) => Call("least", DataFrame.Named(columnName, columnNames));

    /// <summary>The file that the row was read from.</summary>
    /// <returns>The value.</returns>
    public static Column InputFileName() => Call("input_file_name");

    /// <summary>Numbers that grow from row to row, with gaps.</summary>
    /// <returns>The value.</returns>
    public static Column MonotonicallyIncreasingId() => Call("monotonically_increasing_id");

    /// <summary>The partition's number.</summary>
    /// <returns>The value.</returns>
    public static Column SparkPartitionId() => Call("spark_partition_id");

    /// <summary>A random number from 0 to below 1.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The value.</returns>
    public static Column Rand(long seed) => Call("rand", seed);

    /// <summary>A random number from 0 to below 1.</summary>
    /// <returns>The value.</returns>
    public static Column Rand() => Call("rand", Random.Shared.NextInt64());

    /// <summary>A random number of the normal distribution.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The value.</returns>
    public static Column Randn(long seed) => Call("randn", seed);

    /// <summary>A random number of the normal distribution.</summary>
    /// <returns>The value.</returns>
    public static Column Randn() => Call("randn", Random.Shared.NextInt64());

    /// <summary>The MD5 hash in 32 hexadecimal digits.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Md5(Column column) => Call("md5", column);

    /// <summary>The SHA-1 hash in 40 hexadecimal digits.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sha1(Column column) => Call("sha1", column);

    /// <summary>The CRC-32 check sum.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Crc32(Column column) => Call("crc32", column);

    /// <summary>A SHA-2 hash in hexadecimal digits.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">224, 256, 384, 512, or 0 for 256.</param>
    /// <returns>The value.</returns>
    public static Column Sha2(Column column, int numBits) => Call("sha2", column, numBits);

    /// <summary>Spark's 32-bit Murmur hash; not for storing.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Hash(params Column[] columns) => Call("hash", columns);

    /// <summary>Spark's 64-bit xxHash; not for storing.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column XXHash64(params Column[] columns) => Call("xxhash64", columns);

    /// <summary>NULL where true; an error when the plan runs otherwise.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column AssertTrue(Column column) => Call("assert_true", column);

    /// <summary>NULL where true; an error when the plan runs otherwise.</summary>
    /// <param name="column">The value.</param>
    /// <param name="errMsg">The message.</param>
    /// <returns>The value.</returns>
    public static Column AssertTrue(Column column, Column errMsg) => Call("assert_true", column, errMsg);
}
