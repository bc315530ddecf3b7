package vaiwg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.LineReader;
import vaiwg.cli.feed.json.Pseudonyms;
import vaiwg.cli.feed.load.EventFiles;
import vaiwg.cli.feed.load.InputFile;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.feed.pseudonym.KeyFile;
import vaiwg.cli.feed.pseudonym.MappingFile;
import vaiwg.cli.feed.pseudonym.PseudonymKeys;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.options.PseudonymOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.Source;

/** JSON lines with identifiers to JSON lines with pseudonyms. */
@Command(name = "pseudonymise", mixinStandardHelpOptions = true)
final class PseudonymiseCommand extends PrintingVerb {
    /** Of whom or what a pseudonym is, as the schemas' property has it in small letters. */
    enum Kind {
        PERSON,
        OFFICER,
        ADDRESS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private LineOptions lines;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private SiteOptions site;

    @Option(names = "--new-key", paramLabel = "FILE")
    private Optional<Path> newKey = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--identifiers", paramLabel = "KIND")
    private Optional<Kind> identifiers = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = out();
        if (newKey.isPresent()) {
            out.println(
                    "Version " + KeyFile.add(newKey.get()) + " of the key is in " + newKey.get()
                            + ". Keep a copy apart from the data: without it nothing that is sent later names the same people.");
            return 0;
        }
        PseudonymKeys keys = pseudonyms.required();
        if (identifiers.isPresent()) {
            lines.inputs().forEach(file -> printAll(file, identifiers.get(), keys, out));
            requireTaken(out);
            return 0;
        }
        try (MappingFile map = mapping.map(path -> new MappingFile(path, keys)).orElse(null)) {
            Pseudonyms made = map == null ? new Pseudonyms(keys) : new Pseudonyms(keys, map::add);
            LineFindings findings = lines.findings(err());
            LineEvents events = new LineEvents(
                            Source.LOAD,
                            rules.ifNamed(Optional.empty()),
                            site.maps(),
                            EventIds.forgotten(),
                            Clock.systemUTC())
                    .with(made);
            EventFiles files = new EventFiles(lines.inputs(), lines.stream(), (line, known) -> {
                LineEvents.Pseudonymised pseudonymised = events.pseudonymised(line, known);
                out.print(pseudonymised.json() + "\n");
                return pseudonymised.event();
            });
            files.read(findings, event -> {}, (file, line, problem) -> true, line -> {
                // Whoever writes into a pipe that stays open gets each line as it comes.
                if (line.wouldWait()) {
                    out.flush();
                }
            });
            requireTaken(out);
            findings.printTotals();
            return findings.badLines() == 0 ? 0 : Vaiwg.FINDING;
        }
    }

    private static void printAll(InputFile file, Kind kind, PseudonymKeys keys, PrintWriter out) {
        try (LineReader reader = file.open()) {
            while (reader.advance()) {
                String identifier = new String(reader.buffer(), reader.from(), reader.length(), StandardCharsets.UTF_8);
                keys.all(kind.word(), identifier).forEach(pseudonym -> out.print(pseudonym + "\n"));
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** A disk that is full, or a reader that went away, says nothing by itself. */
    private static void requireTaken(PrintWriter out) {
        if (out.checkError()) {
            throw CommandFailure.wrongUsage(
                    "The lines could not be written to the end: see what reads them, and whether its disk has room.");
        }
    }
}
