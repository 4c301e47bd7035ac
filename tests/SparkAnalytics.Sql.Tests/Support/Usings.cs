global using static SparkAnalytics.Sql.Functions;
global using SparkAnalytics.Sql.Tests.Support;
global using Window = SparkAnalytics.Sql.Expressions.Window;
