package vaiwg.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What the command answered, run in this JVM. */
public record Answer(int exitCode, String output, String errors) {
    /** Runs the command with these arguments. */
    public static Answer to(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine command =
                Vaiwg.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
        return new Answer(command.execute(arguments), output.toString(), errors.toString());
    }
}
