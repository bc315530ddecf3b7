package vaiwg.verification.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vaiwg.verification.command.SiteAccounts;

/**
 * What verbs say that read a source's lines and files in which references are planted, or send them: of samples, and with topics of their own,
 * so that the log beside them stays as it is. Lines that are rejected lie as they were in the file that is named for them, and nowhere else.
 */
record PlantedFeeds(PlantedOutputs outputs) {
    /** One good line, and three that are rejected, one of them with a reference where another value belongs. */
    private static final String SAMPLE = """
            {"crimeReference": "planted-a", "force": "small-force", "version": 1, "changedAt": "2024-03-20T11:00:00Z"}
            {"crimeReference": "planted-b", "version": 1, "changedAt": "2024-03-20T11:00:00Z"}
            {"crimeReference": "planted-c", "force": "small-force", "version": 1, "changedAt": "planted-c"}
            {"crimeReference": "planted-d",
            """;

    /** A crime that is sent, a row that breaks off, and one of another month. */
    private static final String CRIMES = """
            Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context
            planted-e,2024-02,Kent Police,Kent Police,-0.4,51.9,On or near High Street,E01017449,Luton 001A,Violence and sexual offences,Under investigation,
            planted-f,2024-02,Kent Police
            planted-g,2024-01,Kent Police,Kent Police,-0.4,51.9,On or near High Street,E01017449,Luton 001A,Violence and sexual offences,Under investigation,
            """;

    /** An outcome of that crime, one of a crime that is in no file, and one that nobody knows. */
    private static final String OUTCOMES = """
            Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type
            planted-e,2024-02,Kent Police,Kent Police,-0.4,51.9,On or near High Street,E01017449,Luton 001A,Suspect charged
            planted-h,2024-02,Kent Police,Kent Police,-0.4,51.9,On or near High Street,E01017449,Luton 001A,Suspect charged
            planted-e,2024-02,Kent Police,Kent Police,-0.4,51.9,On or near High Street,E01017449,Luton 001A,Unheard of
            """;

    void ofSamples() throws Exception {
        for (String verb : List.of("validate", "profile")) {
            List<String> words = List.of(verb, "--stream", "outcome", sample());
            outputs.say(verb, 1, words);
            outputs.say(verb + " --json", 1, PlantedOutputs.with(words, List.of("--json")));
        }
    }

    /** An archive, lines and an owner's words, sent to topics that are made for them; and what is said of the log's own. */
    void ofTopics(EventLog log) throws Exception {
        List<String> topics = List.of("--kafka", log.bootstrapServers(), "--topic-prefix", "sent." + log.prefix());
        outputs.say("topics", 0, PlantedOutputs.with(List.of("topics", "--partitions", "1"), topics));
        outputs.say(
                "topics --check",
                0,
                List.of("topics", "--check", "--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        outputs.say("import", 0, PlantedOutputs.with(List.of("import", "police-uk", archive()), topics));
        List<String> load = List.of(
                "load",
                "--forces",
                SmallCase.FORCE,
                "--stream",
                "outcome",
                "--event-id-key",
                file("key-of-load"),
                sample());
        outputs.say("load", 1, PlantedOutputs.with(load, topics));
        outputs.say("load --rejects", 1, PlantedOutputs.with(load, topics, List.of("--rejects", file("rejects"))));
        List<String> note = List.of(
                "note",
                "--force",
                SmallCase.FORCE,
                "--signal",
                "s-1",
                "--post",
                "Lead",
                "--cause",
                "The outcome of planted-a was a mistake");
        List<String> account = SiteAccounts.options(outputs.folder(), "Lead");
        outputs.say("note", 0, PlantedOutputs.with(note, account, topics));
    }

    private String sample() throws Exception {
        return Files.writeString(outputs.folder().resolve("sample.jsonl"), SAMPLE)
                .toString();
    }

    private String archive() throws Exception {
        Path month = Files.createDirectories(outputs.folder().resolve("archive").resolve("2024-02"));
        Files.writeString(month.resolve("2024-02-kent-street.csv"), CRIMES);
        Files.writeString(month.resolve("2024-02-kent-outcomes.csv"), OUTCOMES);
        return month.toString();
    }

    private String file(String name) {
        return outputs.folder().resolve(name).toString();
    }
}
