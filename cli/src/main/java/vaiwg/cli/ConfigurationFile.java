package vaiwg.cli;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import vaiwg.cli.terminal.CommandFailure;

/**
 * Options from a file, for whatever the command line and the environment leave open. The file is a Java properties file in UTF-8; a key
 * is an option's name without its dashes, for all verbs that have it ({@code topic-prefix}) or, stronger, for one of them
 * ({@code run.parallelism}, {@code import.police-uk.release}).
 */
public final class ConfigurationFile {
    static final String OPTION = "--config";

    /** The environment variable that names it, where the option does not. */
    static final String VARIABLE = "VAIWG_CONFIG";

    private static final String DASHES = "--";
    /** What only makes sense where it is typed. */
    private static final Set<String> NEVER = Set.of(OPTION, "--help", "--version");

    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([A-Z_]+)");

    private final Path path;
    private final Properties values;

    private ConfigurationFile(Path path) {
        this.path = path;
        this.values = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("The configuration file " + path
                    + " cannot be read: check its path, its permissions, and that it is a properties file in UTF-8.");
        }
    }

    /** The arguments with those that the configuration file adds, behind the verb. */
    public static String[] complete(CommandLine root, UnaryOperator<String> environment, String... arguments) {
        Optional<Path> file = file(environment, arguments);
        return file.isEmpty()
                ? arguments
                : new ConfigurationFile(file.get()).added(root, environment, List.of(arguments));
    }

    private static Optional<Path> file(UnaryOperator<String> environment, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(Path.of(arguments[i].substring(OPTION.length() + 1)));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(Path.of(arguments[i + 1]));
            }
        }
        return value(environment, VARIABLE).map(Path::of);
    }

    /** Set to nothing is not set. */
    private static Optional<String> value(UnaryOperator<String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable)).filter(value -> !value.isEmpty());
    }

    private String[] added(CommandLine root, UnaryOperator<String> environment, List<String> arguments) {
        requireOptions(root);
        CommandLine command = root;
        String verb = "";
        int behind = 0;
        for (int i = 0; i < arguments.size() && !command.getSubcommands().isEmpty(); i++) {
            CommandLine below = command.getSubcommands().get(arguments.get(i));
            if (below != null) {
                command = below;
                verb += arguments.get(i) + ".";
                behind = i + 1;
            }
        }
        List<String> all = new ArrayList<>(arguments.subList(0, behind));
        List<String> typed = arguments.subList(behind, arguments.size());
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName().substring(DASHES.length());
            String value = values.getProperty(verb + name, values.getProperty(name));
            if (value != null && !isSet(option, environment, typed)) {
                all.addAll(arguments(option, value.strip()));
            }
        }
        all.addAll(typed);
        return all.toArray(String[]::new);
    }

    /** Every key, also of other verbs, as far as they are there: a slip of the pen is found by the first command. */
    private void requireOptions(CommandLine root) {
        Set<String> known = new TreeSet<>();
        addKeys(root, "", known);
        for (String key : values.stringPropertyNames()) {
            if (!known.contains(key) && !isOfAbsentVerb(root, key)) {
                throw CommandFailure.wrongUsage("The configuration file " + path + " has the key '" + key
                        + "', which is no option: write an option's name without dashes, such as kafka or"
                        + " run.parallelism.");
            }
        }
    }

    private static boolean isOfAbsentVerb(CommandLine root, String key) {
        return Verb.NAMES.stream()
                .anyMatch(verb ->
                        key.startsWith(verb + ".") && !root.getSubcommands().containsKey(verb));
    }

    private static void addKeys(CommandLine command, String verb, Set<String> keys) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!NEVER.contains(option.longestName())) {
                String name = option.longestName().substring(DASHES.length());
                keys.add(name);
                keys.add(verb + name);
            }
        }
        command.getSubcommands().forEach((name, below) -> addKeys(below, verb + name + ".", keys));
    }

    /** Whether it, or one that excludes it, was typed, or the environment has it. */
    private static boolean isSet(OptionSpec option, UnaryOperator<String> environment, List<String> typed) {
        ArgGroupSpec group = option.group();
        Stream<? extends ArgSpec> same = group != null && group.exclusive() ? group.args().stream() : Stream.of(option);
        return isInEnvironment(option, environment)
                || same.filter(ArgSpec::isOption)
                        .flatMap(other -> Arrays.stream(((OptionSpec) other).names()))
                        .anyMatch(name -> typed.stream()
                                .anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "=")));
    }

    private static boolean isInEnvironment(OptionSpec option, UnaryOperator<String> environment) {
        if (!(option.userObject() instanceof AnnotatedElement element)
                || !element.isAnnotationPresent(CommandLine.Option.class)) {
            return false;
        }
        Matcher variable = ENVIRONMENT.matcher(
                element.getAnnotation(CommandLine.Option.class).defaultValue());
        return variable.find() && value(environment, variable.group(1)).isPresent();
    }

    private List<String> arguments(OptionSpec option, String value) {
        String name = option.longestName();
        if (option.arity().max() == 0) {
            return switch (value) {
                case "true" -> List.of(name);
                case "false" -> List.of();
                default ->
                    throw CommandFailure.wrongUsage("The configuration file " + path + " has "
                            + name.substring(DASHES.length()) + " = '" + value + "': write true or false.");
            };
        }
        Stream<String> parts = option.isMultiValue() ? Arrays.stream(value.split("\\s*,\\s*")) : Stream.of(value);
        return parts.map(part -> name + "=" + part).toList();
    }
}
