import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkFiles;
import org.apache.spark.SparkUserAppException;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import org.apache.spark.util.ShutdownHookManager;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * Runs spark-analytics inside a Spark application: starts Spark Connect in the driver, on loopback and with a token of its own, the program as its child, and ends with the
 * program's exit code. Arguments: the program (a path of this machine, or one inside the archive that spark-submit brought), then the program's own; without these it waits.
 * Without any it prints the options that Spark wants of Java; with --stage FOLDER FILES it copies these to a file system of the cluster.
 */
public final class SparkAnalyticsLauncher {
    private static final String TOKEN = "spark.connect.authenticate.token";
    private static final String TOKEN_VARIABLE = "SPARK_CONNECT_AUTHENTICATE_TOKEN";
    private static final int UNAVAILABLE = 6;

    /** They warn of what is meant, or print the traces of failures that the program gets and tells in its own words. */
    private static final List<String> MUTED = List.of(
        "org.apache.spark.sql.connect.utils.ErrorUtils",
        "org.apache.spark.sql.connect.execution.ExecuteGrpcResponseSender",
        "org.apache.spark.sql.catalyst.util.StringUtils",
        "org.apache.spark.util.SparkStringUtils",
        "org.apache.spark.sql.catalyst.analysis.FunctionResolution",
        "org.apache.spark.sql.delta.commands.DeleteCommand");

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            // What spark-submit gives to every Java machine but the driver of a standalone cluster.
            System.out.println(JavaModuleOptions.defaultModuleOptions());
            return;
        }
        if (args[0].equals("--stage")) {
            stage(new Path(args[1]), args);
            return;
        }
        SparkConf conf = new SparkConf().set("spark.connect.grpc.binding.address", "127.0.0.1").setIfMissing("spark.connect.grpc.binding.port", "0");
        String given = conf.get(TOKEN, System.getenv().getOrDefault(TOKEN_VARIABLE, ""));
        String token = given.isEmpty() ? newToken() : given;
        SparkSession spark = SparkSession.builder().config(conf.set(TOKEN, token)).getOrCreate();
        int exitCode = 0;
        try {
            SparkConnectService.start(spark.sparkContext());
            MUTED.forEach(logger -> Configurator.setLevel(logger, Level.OFF));
            String remote = "sc://localhost:" + SparkConnectService$.MODULE$.localPort();
            if (args.length > 1) {
                exitCode = run(spark, remote, token, args);
            } else {
                // Only a token that nobody knows yet is shown, and only here, where somebody has to use it.
                System.out.println("export SPARK_REMOTE=" + remote + (given.isEmpty() ? " " + TOKEN_VARIABLE + "=" + token : ""));
                System.out.println("Spark Connect waits for programs at this address until it is stopped (Ctrl+C).");
                Thread.currentThread().join();
            }
        } finally {
            SparkConnectService.stop(Option.empty(), Option.empty());
            spark.stop();
        }
        if (exitCode != 0) {
            throw new SparkUserAppException(exitCode);
        }
    }

    private static int run(SparkSession spark, String remote, String token, String[] args) throws Exception {
        File program = find(args[0]);
        List<String> command = new ArrayList<>(List.of(args));
        command.set(0, program.getPath());
        Report report = Report.takenFrom(command);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE);
        if (!new File(args[0]).isAbsolute()) {
            // What else the archive brought is found by its name.
            builder.directory(program.getParentFile());
        }
        builder.environment().put("SPARK_REMOTE", remote);
        builder.environment().put(TOKEN_VARIABLE, token);
        // Its input is a pipe from here, which ends with this process in whatever way that ends.
        builder.environment().put("SPARK_ANALYTICS_STOP_AT_END_OF_INPUT", "1");
        Process child = builder.start();
        ShutdownHookManager.addShutdownHook(ShutdownHookManager.DEFAULT_SHUTDOWN_PRIORITY(), () -> stop(child, report, spark));
        int exitCode = child.waitFor();
        System.err.println("spark-analytics ended with exit code " + exitCode);
        return report == null || report.deliver(spark) ? exitCode : exitCode == 0 ? UNAVAILABLE : exitCode;
    }

    /** A program of this machine, or one of the archive: below Spark's folder of files, or on YARN and Kubernetes below the current one. */
    private static File find(String program) {
        File inFiles = new File(SparkFiles.getRootDirectory(), program);
        File file = new File(program).isAbsolute() ? new File(program) : inFiles.exists() ? inFiles : new File(program).getAbsoluteFile();
        if (!file.canExecute()) {
            throw new IllegalArgumentException("there is no program " + file + " on this machine; in cluster mode it has to come in an archive, as scripts/spark-submit.sh --deploy-mode cluster sends it");
        }
        return file;
    }

    /** Ends the child while Spark still runs, so that it can undo what it had begun; this hook comes before Spark's own. */
    private static BoxedUnit stop(Process child, Report report, SparkSession spark) {
        try {
            // No signal: with Ctrl+C the terminal has sent one already, and the second ends the program at once.
            child.getOutputStream().close();
            if (!child.waitFor(20, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            } else if (report != null) {
                report.deliver(spark);
            }
        } catch (InterruptedException | IOException e) {
            child.destroyForcibly();
        }
        return BoxedUnit.UNIT;
    }

    /** Puts files where all nodes reach them; their names tell their content, so those that are there already stay. */
    private static void stage(Path folder, String[] args) throws Exception {
        FileSystem target = folder.getFileSystem(new Configuration());
        target.mkdirs(folder);
        for (int i = 2; i < args.length; i++) {
            Path file = new Path(folder, new File(args[i]).getName());
            if (!target.exists(file) || target.getFileStatus(file).getLen() != new File(args[i]).length()) {
                target.copyFromLocalFile(false, true, new Path(new File(args[i]).toURI()), file);
            }
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A report that goes to a file system of the cluster ({@code --json hdfs://...}): written here first, as the program writes to its own machine only. */
    private record Report(java.nio.file.Path file, String target) {
        static Report takenFrom(List<String> command) throws Exception {
            for (int i = 0; i < command.size(); i++) {
                boolean isJoined = command.get(i).startsWith("--json=");
                String target = isJoined ? command.get(i).substring(7) : command.get(i).equals("--json") && i + 1 < command.size() ? command.get(i + 1) : "";
                if (target.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
                    Report report = new Report(Files.createTempDirectory("spark-analytics-").resolve("report.json"), target);
                    command.set(isJoined ? i : i + 1, (isJoined ? "--json=" : "") + report.file);
                    return report;
                }
            }
            return null;
        }

        synchronized boolean deliver(SparkSession spark) {
            try {
                if (Files.exists(file)) {
                    Path path = new Path(target);
                    path.getFileSystem(spark.sparkContext().hadoopConfiguration()).copyFromLocalFile(true, true, new Path(file.toUri()), path);
                }
                return true;
            } catch (Exception e) {
                System.err.println("error: the report cannot be written to " + target + ": " + e);
                return false;
            } finally {
                file.toFile().delete();
                file.getParent().toFile().delete();
            }
        }
    }
}
