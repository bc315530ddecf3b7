package vaiwg.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** What the command answered, run in this JVM. */
public record Answer(int exitCode, String output, String errors) {
    /** Runs the command with these arguments. */
    public static Answer to(String... arguments) {
        return in(Map.of(), arguments);
    }

    /** Runs it likewise, with these environment variables for the configuration file. */
    public static Answer in(Map<String, String> environment, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine command =
                Vaiwg.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
        return new Answer(Vaiwg.execute(command, environment::get, arguments), output.toString(), errors.toString());
    }
}
