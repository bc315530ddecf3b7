package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.DigestMaker;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.OwnerDigest;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;
import vaiwg.kpis.catalogue.Priority;

/** The digest of an owner: what is in it, and what is written. */
class DigestMailIT {
    private static final String AREA = "criminal_justice";
    private static final Optional<String> BOARD = Optional.of("https://board.example");

    private static ReportPublication published;

    @BeforeAll
    static void publish() throws Exception {
        published = SmallForce.published();
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void little_is_one_line_with_a_link_or_with_whom_to_answer_through() throws Exception {
        OwnerDigest digest = digest(AREA, SmallForce.AS_AT, SmallForce.PREVIOUS);
        assertThat(new DigestMail(digest, BOARD).subject()).isEqualTo("VAIWG matters of Criminal Justice: 1 new");
        assertThat(new DigestMail(digest, BOARD).text()).isEqualTo("""
                Matters of Criminal Justice, West Midlands Police
                To the lead, as at 26 November 2026 (SYNTHETIC DATA)
                1 open, 1 due within a week, 0 ended; 0 figures short of target.

                New since 1 October 2026
                * [Act] Rape: more cases end without the victim's support, since 24 Jul 2026. Not answered for 7 days; due 3 Dec 2026. https://board.example/answer?force=west-midlands&signal=s1

                All matters with their figures: https://board.example/west-midlands/2026-11-26/matters
                Attrition measures the service, never the victim. Management information, not official statistics.
                """);
        assertThat(new DigestMail(digest, Optional.empty()).text())
                .contains("; due 3 Dec 2026. Answer through the Board's secretary, reference s1.\n")
                .doesNotContain("http");
        assertThat(digest("recording", SmallForce.AS_AT, SmallForce.PREVIOUS).isEmpty())
                .isTrue();
    }

    @Test
    void each_matter_is_in_one_list_by_when_it_was_raised_answered_and_ended() throws Exception {
        LocalDate day = SmallForce.AS_AT;
        try (ReportPublication own = SmallForce.published()) {
            assertThat(sizes(digest(own, AREA, day, day.minusDays(8)))).containsExactly(1, 0, 0, 0);
            assertThat(sizes(digest(own, AREA, day, day.minusDays(7)))).containsExactly(0, 1, 0, 0);
            own.note(SmallForce.FORCE, "s1", 1, "2026-11-25T09:00:00Z", "Staff moved.", "");
            OwnerDigest answered = digest(own, AREA, day, day.minusDays(7));
            assertThat(sizes(answered)).containsExactly(0, 0, 1, 0);
            assertThat(new DigestMail(answered, BOARD).text()).contains("Answered by the leads, 25 Nov 2026. https://");
            SeriesKey other = new SeriesKey("decision_told", "assigned", "28d", "");
            LocalDate raised = day.minusDays(40);
            own.raised(SmallForce.FORCE, "s8", other, raised, day.minusDays(4), "watch", "Fewer are told");
            own.closed(SmallForce.FORCE, "s8", other, day.minusDays(3), "watch", "ended");
            SeriesKey rape = other.withSlice("theme=rape");
            own.raised(SmallForce.FORCE, "s9", rape, raised, day.minusDays(3), "act", "Rape: fewer are told");
            own.closed(SmallForce.FORCE, "s9", rape, day.minusDays(2), "act", "withdrawn");
            OwnerDigest ended = digest(own, "engagement", day, day.minusDays(7));
            assertThat(sizes(ended)).containsExactly(0, 0, 0, 2);
            assertThat(new DigestMail(ended, BOARD).text())
                    .contains(
                            "Ended since 19 November 2026\n",
                            "* Rape: fewer are told. Withdrawn on 24 Nov 2026.\n",
                            "* Fewer are told. Ended on 23 Nov 2026.\n");
            assertThat(sizes(digest(own, "engagement", day, day.minusDays(3)))).containsExactly(0, 0, 0, 1);
        }
    }

    private static List<Integer> sizes(OwnerDigest digest) {
        return List.of(
                digest.raised().size(),
                digest.unanswered().size(),
                digest.answered().size(),
                digest.ended().size());
    }

    @Test
    void what_becomes_known_after_its_midnight_does_not_change_it() throws Exception {
        try (ReportPublication own = SmallForce.published()) {
            OwnerDigest digest = digest(own, AREA, SmallForce.AS_AT, SmallForce.PREVIOUS);
            SmallForce.lifeGoesOn(own);
            own.note(SmallForce.FORCE, "s1", 7, "2026-11-26T00:00:00Z", "Later.", "Later.");
            OwnerDigest again = digest(own, AREA, SmallForce.AS_AT, SmallForce.PREVIOUS);
            assertThat(new DigestMail(again, BOARD).message()).isEqualTo(new DigestMail(digest, BOARD).message());
        }
    }

    @Test
    void of_much_five_lines_are_shown_and_how_many_more_there_are() throws Exception {
        OwnerDigest little = digest(AREA, SmallForce.AS_AT, SmallForce.PREVIOUS);
        List<Matter> many =
                IntStream.rangeClosed(1, 30).mapToObj(DigestMailIT::matter).toList();
        DigestMail mail = new DigestMail(
                new OwnerDigest(
                        little.edition(),
                        little.since(),
                        AREA,
                        little.areaTitle(),
                        little.owner(),
                        many.subList(0, 13),
                        many,
                        many.subList(0, 12),
                        List.of(),
                        List.of(),
                        OptionalInt.empty()),
                BOARD);
        assertThat(mail.subject()).isEqualTo("VAIWG matters of Criminal Justice: 13 new, 30 not answered, 12 answered");
        assertThat(mail.text().lines().filter(line -> line.startsWith("* [")).count())
                .isEqualTo(5);
        assertThat(mail.text().lines().filter(line -> line.endsWith(" more")))
                .containsExactly("* 8 more", "* 30 more", "* 12 more");
        assertThat(mail.html().split("<li", -1)).hasSize(1 + 5 + 3);
        assertThat(mail.html())
                .contains(
                        "<li>30 more</li>",
                        "\">Answer</a>",
                        "\">Answer again</a>",
                        "Not answered yet; was due 15 Oct 2026.",
                        "Not answered for 1 day; was due 15 Oct 2026.",
                        "Matter 2 &lt;b&gt;, since")
                .contains("href=\"https://board.example/answer?force=west-midlands&amp;signal=id%202\"")
                .doesNotContain("<script", "Matter 2 <b>");
    }

    @Test
    void the_message_is_text_and_html_in_ascii() throws Exception {
        DigestMail mail = new DigestMail(digest(AREA, SmallForce.AS_AT, SmallForce.PREVIOUS), BOARD);
        String message = new String(mail.message(), StandardCharsets.US_ASCII);
        assertThat(message)
                .startsWith("Subject: VAIWG matters of Criminal Justice: 1 ")
                .contains("\nContent-Type: multipart/alternative; boundary=\"=_vaiwg_digest\"\n\n")
                .endsWith("--=_vaiwg_digest--\n");
        String[] parts = message.split("--=_vaiwg_digest(--)?\n");
        assertThat(parts).hasSize(3);
        assertThat(body(parts[1])).isEqualTo(mail.text());
        assertThat(body(parts[2])).isEqualTo(mail.html());
        assertThat(message.lines()).allMatch(line -> line.length() <= 100);
    }

    private static String body(String part) {
        return new String(
                Base64.getMimeDecoder().decode(part.substring(part.indexOf("\n\n") + 2)), StandardCharsets.UTF_8);
    }

    private static Matter matter(int number) {
        boolean answered = number % 3 == 0;
        return new Matter(
                "Matter " + number + " <b>",
                "Criminal Justice",
                "the lead",
                1,
                "Weak: 28-day periods",
                "Watch: say why",
                SmallForce.PREVIOUS,
                SmallForce.PREVIOUS,
                "",
                SmallForce.PREVIOUS,
                SmallForce.PREVIOUS.plusDays(Priority.DAYS_TO_ANSWER),
                "-",
                "",
                false,
                true,
                Matter.State.WATCH,
                answered
                        ? Optional.of(new OwnerComment(
                                "-", "a", "b", "The\nlead", "logged in as a.b", SmallForce.AS_AT, false))
                        : Optional.empty(),
                number - 1,
                List.of("id " + number));
    }

    private static OwnerDigest digest(String area, LocalDate asAt, LocalDate since) throws Exception {
        return digest(published, area, asAt, since);
    }

    private static OwnerDigest digest(ReportPublication of, String area, LocalDate asAt, LocalDate since)
            throws Exception {
        try (Connection connection = of.anotherConnection()) {
            return DigestMaker.make(connection, SmallForce.FORCE, asAt, since).stream()
                    .filter(digest -> digest.area().equals(area))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
