package vaiwg.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;
import vaiwg.board.ReportException;
import vaiwg.board.web.BoardServerException;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.DatabaseException;

/** The command {@code vaiwg}: one class a verb. Those of later modules are {@link Verb}s. */
@Command(
        name = "vaiwg",
        description = "Counts the figures of the VAIWG strategy from events, as they happen and as they change.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        resourceBundle = "vaiwg.cli.words",
        subcommands = {
            RunCommand.class,
            DoctorCommand.class,
            MigrateCommand.class,
            HeartbeatCommand.class,
            TopicsCommand.class,
            LoadCommand.class,
            ValidateCommand.class,
            ProfileCommand.class,
            PseudonymiseCommand.class,
            EraseCommand.class,
            ForgetCommand.class,
            NoteCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            DigestCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KpisCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            ReconcileCommand.class
        },
        synopsisSubcommandLabel = "VERB")
public final class Vaiwg implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Vaiwg.class);

    /** A finding, or a fault that is not the user's. */
    static final int FINDING = 1;

    /** A shell starts what runs in the background with SIGINT ignored, so that Ctrl-C or kill -INT would do nothing. */
    static final String HOW_TO_END = "Ctrl-C ends it; in the background, kill -TERM "
            + ProcessHandle.current().pid() + ".";

    private static final Map<String, String> EXIT_CODES = exitCodes();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "With an error, print where in the program it arose.")
    private boolean verbose;

    @Option(
            names = ConfigurationFile.OPTION,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Options that are not given here are taken from there; or " + ConfigurationFile.VARIABLE + ".")
    private Path configuration;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(execute(commandLine(), System::getenv, args));
    }

    /** Runs the command with these arguments and what the configuration file adds; returns the exit code. */
    static int execute(CommandLine command, UnaryOperator<String> environment, String... args) {
        String[] complete;
        try {
            complete = ConfigurationFile.complete(command, environment, args);
        } catch (CommandFailure e) {
            command.getErr().println("vaiwg: " + e.getMessage());
            return e.exitCode();
        }
        return command.execute(complete);
    }

    public static CommandLine commandLine() {
        Vaiwg vaiwg = new Vaiwg();
        CommandLine command = new CommandLine(vaiwg);
        command.addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
        verbsOfLaterModules().forEach(command::addSubcommand);
        command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, result) -> vaiwg.reportError(exception, failed))
                .setParameterExceptionHandler(Vaiwg::reportUsage);
        OptionValues.registerTypes(command);
        listExitCodes(command);
        return command;
    }

    /** In the order of their names' list, whatever that of the class path is. */
    private static Stream<Verb> verbsOfLaterModules() {
        return ServiceLoader.load(Verb.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(verb -> Verb.NAMES.indexOf(
                        verb.getClass().getAnnotation(Command.class).name())));
    }

    private static void listExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("Exit codes:%n")
                .exitCodeList(EXIT_CODES);
        command.getSubcommands().values().forEach(Vaiwg::listExitCodes);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all is done, or valid");
        codes.put(Integer.toString(FINDING), "there is a finding, such as a rejected line, or a fault of the program");
        codes.put(Integer.toString(CommandFailure.WRONG_USAGE), "wrong usage: an option, a file or a folder");
        codes.put(Integer.toString(CommandFailure.UNREACHABLE), "a server does not start, does not answer or rejects");
        codes.put("130, 143", "ended by Ctrl-C, by kill -TERM");
        return codes;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The command to run is missing.");
    }

    Optional<Path> configuration() {
        return Optional.ofNullable(configuration)
                .or(() -> Optional.ofNullable(System.getenv(ConfigurationFile.VARIABLE))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of));
    }

    private int reportError(Exception exception, CommandLine command) {
        LOG.info("The command ends with an error", exception);
        if (verbose) {
            exception.printStackTrace(command.getErr());
        }
        String sentence = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        int code = exitCode(exception);
        // What we did not foresee is worth a look at where it arose.
        command.getErr().println("vaiwg: " + sentence + (verbose || code != FINDING ? "" : " (--verbose shows where)"));
        return code;
    }

    /** Of what its own sentence tells whoever ran the command; the rest is a fault of the program. */
    private static int exitCode(Exception exception) {
        if (exception instanceof CommandFailure failure) {
            return failure.exitCode();
        }
        if (exception instanceof DatabaseException) {
            return CommandFailure.UNREACHABLE;
        }
        boolean usage = exception instanceof ReportException || exception instanceof BoardServerException;
        return usage ? CommandFailure.WRONG_USAGE : FINDING;
    }

    private static int reportUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("vaiwg: " + exception.getMessage());
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            command.getErr().println("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
        }
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandFailure.WRONG_USAGE;
    }
}
