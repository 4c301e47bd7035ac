using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Behaviour.Delta;
using SparkAnalytics.Sql.Behaviour.OwnFunctions;
using SparkAnalytics.Sql.Behaviour.Relations;
using SparkAnalytics.Sql.Behaviour.Sources;
using SparkAnalytics.Sql.Behaviour.SparkExpressions;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests;

public sealed class CompletenessTests(EmbeddedFixture engine) : CompletenessBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class CsvTests(EmbeddedFixture engine) : CsvBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class DeltaChangeTests(EmbeddedFixture engine) : DeltaChangeBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class DeltaWriteTests(EmbeddedFixture engine) : DeltaWriteBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class FileSourceTests(EmbeddedFixture engine) : FileSourceBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class FirstMatchTests(EmbeddedFixture engine) : FirstMatchBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class JsonMemberTests(EmbeddedFixture engine) : JsonMemberBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class OwnFunctionTests(EmbeddedFixture engine) : OwnFunctionBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class RelationTests(EmbeddedFixture engine) : RelationBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class RunTests(EmbeddedFixture engine) : RunBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class NestedValueTests(EmbeddedFixture engine) : NestedValueBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class SparkExpressionTests(EmbeddedFixture engine) : SparkExpressionBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class StrictInputTests(EmbeddedFixture engine) : StrictInputBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class StrictJsonTests(EmbeddedFixture engine) : StrictJsonBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class TextConversionTests(EmbeddedFixture engine) : TextConversionBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class UrlTests(EmbeddedFixture engine) : UrlBehaviour(engine), IClassFixture<EmbeddedFixture>;

public sealed class WideDecimalTests(EmbeddedFixture engine) : WideDecimalBehaviour(engine), IClassFixture<EmbeddedFixture>;
