package vaiwg.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code vaiwg}: one class a verb. */
@Command(
        name = "vaiwg",
        description = "Counts the figures of the VAIWG strategy from events, as they happen and as they change.",
        mixinStandardHelpOptions = true,
        version = "vaiwg 0.1.0",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            HeartbeatCommand.class,
            ImportCommand.class,
            LoadCommand.class,
            ValidateCommand.class,
            RedriveCommand.class,
            NoteCommand.class,
            SnapshotCommand.class,
            KpisCommand.class,
            BoardsCommand.class,
            StatisticsCommand.class,
            PerformanceCommand.class
        },
        synopsisSubcommandLabel = "VERB")
public final class Vaiwg implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Vaiwg.class);

    /** A finding, or a fault that is not the user's. */
    static final int FINDING = 1;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "With an error, print where in the program it arose.")
    private boolean verbose;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Vaiwg vaiwg = new Vaiwg();
        return new CommandLine(vaiwg)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, result) -> vaiwg.tell(exception, command))
                .setParameterExceptionHandler(Vaiwg::tellUsage);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a verb is missing.");
    }

    private int tell(Exception exception, CommandLine command) {
        LOG.info("The command ends with an error", exception);
        if (verbose) {
            exception.printStackTrace(command.getErr());
        }
        String sentence = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        command.getErr().println("vaiwg: " + sentence + (verbose ? "" : hint(exception)));
        return exception instanceof CommandFailure failure ? failure.exitCode() : FINDING;
    }

    /** What we did not foresee is worth a look at where it arose. */
    private static String hint(Exception exception) {
        return exception instanceof CommandFailure ? "" : " (--verbose tells where)";
    }

    private static int tellUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("vaiwg: " + exception.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandFailure.WRONG_USAGE;
    }
}
