package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import vaiwg.cli.Answer;
import vaiwg.cli.Vaiwg;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The command's manners: codes, sentences, help. */
class UsageTest {
    @TempDir
    Path folder;

    @Test
    void an_unknown_scenario_is_answered_with_those_there_are() {
        assertThat(Answer.to("demo", "--scenario", "atlantis"))
                .isEqualTo(new Answer(
                        2,
                        "",
                        "vaiwg: There is no scenario 'atlantis': choose west-midlands, seed-table or paper-counts.\n"));
    }

    @Test
    void an_archive_that_is_not_there_is_said_so() {
        Path missing = folder.resolve("missing.zip");
        for (String[] verb : verbsThatTakeArchives(missing)) {
            assertThat(oneSentence(Answer.to(verb), 2)).contains(missing.toString());
        }
    }

    @Test
    void a_file_that_is_no_archive_is_said_so() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.zip"), "Dear archive,\n");
        for (String[] verb : verbsThatTakeArchives(text)) {
            assertThat(oneSentence(Answer.to(verb), 2)).contains("letter.zip");
        }
    }

    private static String[][] verbsThatTakeArchives(Path path) {
        return new String[][] {{"demo", "--archive", path.toString()}, {"import", "police-uk", path.toString()}};
    }

    @Test
    void a_scenario_and_an_archive_together_are_rejected() {
        Answer answer = Answer.to("demo", "--scenario", "seed-table", "--archive", "some.zip");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).contains("mutually exclusive").doesNotContain("\tat ");
    }

    @Test
    void a_server_that_asks_for_a_password_gets_it_from_a_file_that_can_be_read() {
        Path missing = folder.resolve("missing");
        for (String server : List.of("--remote-write", "--schema-registry")) {
            Answer answer = Answer.to(
                    "run",
                    "--forces",
                    "west-midlands",
                    "--checkpoints",
                    folder.resolve("checkpoints").toString(),
                    server,
                    "https://server",
                    server + "-user",
                    "job",
                    server + "-password-file",
                    missing.toString());
            assertThat(oneSentence(answer, 2)).contains(missing.toString(), "cannot be read");
        }
    }

    @Test
    void an_unknown_verb_is_rejected_with_a_hint_at_the_help() {
        Answer answer = Answer.to("dmeo");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .startsWith("vaiwg: Unmatched argument at index 0: 'dmeo'\n")
                .endsWith("\nTry 'vaiwg --help'.\n");
    }

    @Test
    void a_verb_or_an_option_that_is_nearly_one_is_answered_with_those_that_are_meant() {
        assertThat(Answer.to("reprt").errors()).contains("\nDid you mean report");
        assertThat(Answer.to("run", "--paralelism", "2").errors()).contains("\nDid you mean ", "--parallelism?\n");
    }

    @Test
    void a_missing_verb_is_rejected_with_a_hint_at_the_help() {
        assertThat(Answer.to())
                .isEqualTo(new Answer(2, "", "vaiwg: The command to run is missing.\nTry 'vaiwg --help'.\n"));
    }

    @Test
    void a_date_that_is_none_is_rejected_with_the_option() {
        Answer answer = Answer.to("report", "--as-at", "yesterday", "--out", folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).contains("--as-at", "yesterday").doesNotContain("\tat ");
    }

    @Test
    void a_database_that_is_not_there_is_unreachable() {
        Answer answer = Answer.to(
                "report",
                "--database",
                "jdbc:postgresql://127.0.0.1:1/vaiwg",
                "--as-at",
                "2026-01-01",
                "--out",
                folder.toString());
        assertThat(oneSentence(answer, 3))
                .contains("127.0.0.1:1/vaiwg", "cannot be reached: start it, or correct its address");
    }

    @Test
    void a_note_says_which_post_says_so() {
        assertThat(note("--signal", "s-1", "--acknowledge").errors())
                .startsWith("vaiwg: Missing required option: '--post=POST'");
    }

    @Test
    void a_note_is_signed_by_who_has_the_password_and_a_post_that_is_granted() throws Exception {
        String[] words = {"--kafka", "127.0.0.1:1", "--signal", "s-1", "--acknowledge", "--post"};
        assertThat(Answer.to("note", "--force", "kent", "--signal", "s-1", "--acknowledge", "--post", "Lead")
                        .errors())
                .startsWith("vaiwg: Missing required options: '--users=FILE', '--grants=FILE', '--login=NAME'");
        assertThat(oneSentence(note(Stream.concat(Stream.of(words), Stream.of("Chief Constable"))), 2))
                .contains("The post is not granted to this login: name one that is");
        assertThat(note(Stream.concat(Stream.of(words), Stream.of("Lead"))).exitCode())
                .as("nobody is at that Kafka")
                .isEqualTo(3);
        Path wrong = Files.writeString(folder.resolve("wrong.password"), "of-somebody-else");
        assertThat(oneSentence(
                        note(Stream.concat(Stream.of(words), Stream.of("Lead", "--password-file", wrong.toString()))),
                        2))
                .contains("not those of an account: correct --login or the password");
    }

    @Test
    void an_explanation_needs_a_figure_that_is_counted_a_midnight_and_a_purpose() {
        assertThat(Answer.to("explain", "--case", "x", "--why", "query").errors())
                .startsWith("vaiwg: Missing required options: '--users=FILE', '--grants=FILE', '--login=NAME'");
        assertThat(oneSentence(explain("--case", "x", "--why", " "), 2))
                .contains("Say with --why what the cases are wanted for");
        assertThat(oneSentence(explain("--kpi", "none", "--basis", "recorded", "--why", "q"), 2))
                .contains("There is no measure none: ./vaiwg kpis lists them.");
        assertThat(oneSentence(explain("--kpi", "victim_attrition", "--basis", "stock", "--why", "q"), 2))
                .contains("victim_attrition has no such basis: choose ", "settled_90d");
        assertThat(oneSentence(
                        explain("--kpi", "victim_attrition", "--basis", "settled_90d", "--window", "5d", "--why", "q"),
                        2))
                .contains("is not published by settled_90d over 5d for the total: its windows are 28d");
        assertThat(oneSentence(
                        explain("--kpi", "victim_attrition", "--basis", "settled_90d", "--window", "28d", "--why", "q"),
                        2))
                .contains("Say of which midnight: --as-at DATE, or --between DATE DATE");
    }

    private Answer explain(String... words) {
        List<String> options =
                new ArrayList<>(List.of("explain", "--forces", "west-midlands", "--kafka", "127.0.0.1:1"));
        options.addAll(SiteAccounts.options(folder));
        options.addAll(List.of(words));
        return Answer.to(options.toArray(String[]::new));
    }

    @Test
    void a_proxy_that_does_not_prove_itself_is_refused_at_the_start() {
        assertThat(oneSentence(Answer.to("serve", "--port", "0", "--proxy-header", "X-Forwarded-User"), 2))
                .contains("Whoever reaches this machine can write X-Forwarded-User: let the proxy prove itself");
    }

    @Test
    void a_note_that_the_job_would_reject_is_not_sent() {
        assertThat(note("--signal", "s-1", "--post", "Lead"))
                .isEqualTo(new Answer(
                        2, "", "vaiwg: The job would reject the note: a note with neither cause nor action.\n"));
        assertThat(oneSentence(note("--force", "Kent", "--signal", "s-1", "--post", "Lead", "--acknowledge"), 2))
                .contains("force is no identifier");
    }

    @Test
    void a_report_names_an_area_and_a_meeting_and_a_commitment_is_one_of_the_registers() {
        assertThat(oneSentence(note("--signal", "s", "--meeting", "2026-11", "--post", "Lead"), 2))
                .contains("--meeting is of an area's report: name the area with --area.");
        assertThat(oneSentence(note("--commitment", "x", "--standing", "done", "--post", "Lead"), 2))
                .contains("--commitment x is in no register of the site: its files list them.");
        assertThat(oneSentence(note("--board-action", "2026-10/1", "--due", "2026-12-31", "--post", "Lead"), 2))
                .contains("signalId names no area and meeting of the board, nor an action of one");
        assertThat(oneSentence(note("--commitment", "rape-5", "--done", "2025-01-06", "--post", "Lead"), 2))
                .contains("owner, due and done are of an action of the board alone");
        assertThat(Answer.to("note", "--help").output()).contains("criminal_justice", "rape-5");
    }

    @Test
    void what_was_done_names_a_day_and_a_figure_that_has_a_chart_there() {
        assertThat(oneSentence(intervention("2026-02-30/decision_told"), 2))
                .contains("--intervention 2026-02-30/decision_told names no day and figure: write YYYY-MM-DD/KPI");
        assertThat(oneSentence(intervention("2026-05-01/nothing_told"), 2))
                .contains("names nothing_told, of which there is no chart of 28-day periods: correct --intervention.");
        assertThat(oneSentence(intervention("2026-05-01/decision_told:sex=female;theme=rape"), 2))
                .contains("names decision_told:sex=female;theme=rape, of which there is no chart");
        assertThat(oneSentence(intervention("2026-05-01/decision_told:theme=rape/hills"), 2))
                .contains("is of the area hills, which areas.csv does not have");
        assertThat(oneSentence(intervention("2026-05-01/decision_told:theme=rape/coventry"), 2))
                .as("what can be estimated is asked what was done")
                .contains("The job would reject the note: a note with neither cause nor action.");
        String[] done = {"--intervention", "2026-05-01/decision_told", "--post", "Lead"};
        assertThat(oneSentence(answer(done, "--action", "a".repeat(201)), 2))
                .contains("action of an intervention has more than 200 characters");
    }

    private Answer intervention(String named) {
        return note("--force", "west-midlands", "--intervention", named, "--post", "Lead");
    }

    @Test
    void a_note_of_a_force_that_is_not_configured_is_not_sent() {
        assertThat(oneSentence(note("--forces", "essex", "--signal", "s-1", "--post", "Lead", "--acknowledge"), 2))
                .contains("force is none of the configured ones");
    }

    @Test
    void the_job_does_not_start_without_its_forces() {
        assertThat(oneSentence(Answer.to("run"), 2)).contains("Set --forces or VAIWG_FORCES to the forces");
    }

    @Test
    void the_words_of_a_note_may_come_from_a_file_that_no_shell_remembers() throws Exception {
        String[] note = {"--kafka", "127.0.0.1:1", "--signal", "s-1", "--post", "Lead"};
        Path blank = Files.writeString(folder.resolve("cause.txt"), " \n");
        assertThat(oneSentence(answer(note, "--cause-file", blank.toString()), 2))
                .contains("The job would reject the note");
        assertThat(oneSentence(answer(note, "--cause-file", folder + "/none"), 2))
                .contains(folder + "/none cannot be read");
        assertThat(oneSentence(answer(note, "--cause-file", "-", "--action-file", "-"), 2))
                .contains("Standard input holds the cause or the action");
        assertThat(answer(note, "--cause", "Staff moved", "--cause-file", blank.toString())
                        .errors())
                .contains("mutually exclusive");
    }

    private Answer answer(String[] words, String... more) {
        return note(Stream.concat(Stream.of(words), Stream.of(more)));
    }

    private Answer note(String... words) {
        return note(Stream.of(words));
    }

    /** Of kent, by an account to which the post Lead is granted, where the words do not say otherwise. */
    private Answer note(Stream<String> words) {
        List<String> said = words.toList();
        List<String> options = new ArrayList<>(List.of("note"));
        if (!said.contains("--force")) {
            options.addAll(List.of("--force", "kent"));
        }
        List<String> account = SiteAccounts.options(folder, "Lead");
        options.addAll(said.contains("--password-file") ? account.subList(0, account.size() - 2) : account);
        options.addAll(said);
        return Answer.to(options.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void help_of_every_verb_names_every_option(List<String> verb) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.add("--help");
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors()).isEmpty();
        CommandLine command = Vaiwg.commandLine();
        for (String name : verb) {
            command = command.getSubcommands().get(name);
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(answer.output()).contains(option.longestName());
            assertThat(option.description()).as(option.longestName()).isNotEmpty();
        }
        assertThat(answer.output()).contains("Exit codes:\n", "wrong usage", "a server does not start", "kill -TERM");
        assertThat(answer.output().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    static Stream<List<String>> verbs() {
        return Stream.concat(Stream.of(List.of()), below(List.of(), Vaiwg.commandLine()));
    }

    private static Stream<List<String>> below(List<String> path, CommandLine command) {
        return command.getSubcommands().entrySet().stream().flatMap(entry -> {
            List<String> verb = new ArrayList<>(path);
            verb.add(entry.getKey());
            return Stream.concat(Stream.of(verb), below(verb, entry.getValue()));
        });
    }

    @Test
    void the_dictionary_has_every_measure_of_the_catalogue_with_its_definition() {
        Answer answer = Answer.to("kpis");
        assertThat(answer.exitCode()).isZero();
        assertThat(ShippedCatalogue.get().measures())
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(answer.output())
                        .contains("### " + measure.title() + "\n", "`" + measure.slug() + "`", measure.definition()));
    }

    private static String oneSentence(Answer answer, int exitCode) {
        assertThat(answer.exitCode()).as(answer.errors()).isEqualTo(exitCode);
        assertThat(answer.errors()).startsWith("vaiwg: ").endsWith(".\n").hasLineCount(1);
        return answer.errors();
    }
}
