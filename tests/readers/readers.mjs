// What other readers find in Parquet files, as JSON, a line for each file. Values are texts; instants are microseconds and dates days since 1970.
// node readers.mjs FILE... [--where COLUMN OPERATOR VALUE]...
import { readFileSync } from 'node:fs';
import { DataType, tableFromIPC } from 'apache-arrow';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import pl from 'nodejs-polars';
import { readParquet } from 'parquet-wasm';

const parsers = { timestampFromMicroseconds: micros => micros, dateFromDays: days => days };
const comparisons = { '=': 'eq', '<': 'lt', '>': 'gt' };

const readers = {
  polars: path => textsOfPolars(pl.scanParquet(path).collectSync()),

  'arrow-rs': path => {
    const table = tableFromIPC(readParquet(readFileSync(path)).intoIPCStream());
    return columns(table.schema.fields.map(field => field.name), name => textsOfArrow(table.getChild(name)));
  },

  hyparquet: async path => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors, parsers });
    return columns(Object.keys(rows[0]), name => rows.map(row => text(row[name])));
  },
};

const columns = (names, values) => Object.fromEntries(names.map(name => [name, values(name)]));
const count = value => value === undefined ? null : Number(value);
const text = value => value === null || value === undefined ? null : String(value);

// What a number of JavaScript does not hold leaves Polars as a text.
function textsOfPolars(frame) {
  const whole = column => column.cast(pl.Int64).cast(pl.Utf8);
  const exact = { Date: whole, Datetime: whole, Int64: whole, Decimal: column => column.cast(pl.Utf8) };
  return columns(frame.columns, name => {
    const column = frame.getColumn(name);
    return (exact[column.dtype.variant]?.(column) ?? column).toArray().map(text);
  });
}

// The library's own getters round instants to a double of milliseconds.
function textsOfArrow(vector) {
  const { type } = vector;
  if (DataType.isTimestamp(type) || DataType.isDate(type)) {
    return vector.data.flatMap(part => Array.from(part.values.subarray(0, part.length), (value, row) => part.getValid(row) ? text(value) : null));
  }

  return Array.from(vector, DataType.isDecimal(type) ? value => value && decimal(value, type.scale) : text);
}

// Of four words, the least first.
function decimal(words, scale) {
  const number = BigInt.asIntN(128, words.reduceRight((sum, word) => sum << 32n | BigInt(word), 0n));
  const digits = String(number < 0n ? -number : number).padStart(scale + 1, '0');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

async function statistics(path) {
  const { row_groups: groups } = await parquetMetadataAsync(await asyncBufferFromFile(path), { parsers });
  return groups.map(group => ({ rows: Number(group.num_rows), columns: Object.fromEntries(group.columns.map(column => column.meta_data).map(described)) }));
}

function described({ path_in_schema: [name], statistics: found = {} }) {
  return [name, {
    least: text(found.min_value ?? found.min),
    greatest: text(found.max_value ?? found.max),
    nulls: count(found.null_count),
    distinct: count(found.distinct_count),
    isExact: Boolean(found.is_min_value_exact && found.is_max_value_exact),
  }];
}

// The first column of such rows. The scan leaves out row groups whose statistics tell that they have none.
function filtered(path, schema, [column, operator, value]) {
  const [type, first] = [schema.getColumn(column).dtype, schema.columns[0]];
  const literal = type.variant === 'Date' || type.variant === 'Datetime' ? pl.lit(value).cast(pl.Int64).cast(type)
    : type.variant === 'Bool' ? pl.lit(value === 'true')
    : pl.lit(value).cast(type);
  return textsOfPolars(pl.scanParquet(path).filter(pl.col(column)[comparisons[operator]](literal)).select(first).collectSync())[first];
}

const [paths, ...conditions] = process.argv.slice(2).join('\0').split('\0--where\0').map(part => part.split('\0'));
for (const path of paths) {
  const values = {};
  for (const [name, read] of Object.entries(readers)) {
    values[name] = await read(path);
  }

  const schema = pl.scanParquet(path).head(0).collectSync();
  const line = { path, values, statistics: await statistics(path), filtered: conditions.map(condition => filtered(path, schema, condition)) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
