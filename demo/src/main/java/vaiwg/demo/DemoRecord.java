package vaiwg.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo in a folder plays, kept there, so that the next one knows whether it can go on.
 *
 * @param input what was asked for, in {@link DemoInput}'s words
 * @param catalogue the fingerprint of the measures: under others, the state of the job means something else
 * @param end the day at whose beginning the history ends
 * @param stage how far it has come
 */
record DemoRecord(String input, String catalogue, LocalDate end, Stage stage) {
    private static final String INPUT = "input";
    private static final String CATALOGUE = "catalogue";
    private static final String END = "end";
    private static final String STAGE = "stage";

    /** How far a demo has come with its history. */
    enum Stage {
        /** A part of it, or nothing yet, is in the topics. */
        BEGUN,
        /** The topics hold all of it. */
        SENT,
        /** It was counted too, and ended there, as {@code --once} asks. */
        ENDED
    }

    /** What the folder holds; empty where a demo never began there, or did not get so far. */
    static Optional<DemoRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new DemoRecord(
                properties.getProperty(INPUT),
                properties.getProperty(CATALOGUE),
                LocalDate.parse(properties.getProperty(END)),
                Stage.valueOf(properties.getProperty(STAGE))));
    }

    /** Replaces the file as a whole: a kill in the middle leaves the old one. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(INPUT, input);
        properties.setProperty(CATALOGUE, catalogue);
        properties.setProperty(END, end.toString());
        properties.setProperty(STAGE, stage.name());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties.store(writer, "What the demonstration in this folder plays");
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Why that cannot go on where this one was left, if so; completes "Starting over: ". */
    Optional<String> obstacleTo(DemoRecord wanted, boolean fresh, boolean once) {
        if (fresh) {
            return Optional.of("--fresh was given");
        }
        if (!input.equals(wanted.input)) {
            return Optional.of("the folder held another input");
        }
        if (!catalogue.equals(wanted.catalogue)) {
            return Optional.of("the folder held figures of other definitions");
        }
        // Whoever asks for a history that was played to its end wants to see it played.
        return once && stage == Stage.ENDED
                ? Optional.of("the folder held this history, played to its end")
                : Optional.empty();
    }

    DemoRecord at(Stage next) {
        return new DemoRecord(input, catalogue, end, next);
    }
}
