"""Counts test results; fails where a test failed, none ran, or one that needs Spark was skipped although there is one."""
import glob, sys, xml.etree.ElementTree as tree

folder, status = sys.argv[1], int(sys.argv[2])
passed = failed = skipped = 0
spark_skipped = []
for path in glob.glob(folder + "/**/*.trx", recursive=True):
    root = tree.parse(path).getroot()
    for result in root.findall(".//{*}UnitTestResult"):
        outcome = result.get("outcome")
        if outcome == "Passed":
            passed += 1
        elif outcome == "Failed":
            failed += 1
        else:
            skipped += 1
            text = "".join(result.itertext())
            if "SPARK_HOME" in text:
                spark_skipped.append(result.get("testName"))
for name in spark_skipped:
    print(f"skipped although SPARK_HOME is set: {name}")
if passed == 0:
    print("no test ran")
bad = failed > 0 or bool(spark_skipped) or passed == 0 or status != 0
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if bad else 0)
