package vaiwg.board.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.board.ReportException;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;
import vaiwg.board.report.Edition.Status;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

class EditionsIT {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final String CHAIR = "Chair of the Strategy Board";

    private ReportPublication published;
    private Editions editions;

    /** Two people: who drafts and issues, and who holds the post that approves. */
    @BeforeEach
    void publish() throws Exception {
        published = SmallForce.published();
        published.run("CREATE ROLE secretary LOGIN IN ROLE vaiwg_reader, vaiwg_secretary");
        published.run("CREATE ROLE chair LOGIN IN ROLE vaiwg_reader, vaiwg_secretary");
        published.run("INSERT INTO vaiwg.board_post VALUES ('chair', '" + CHAIR + "')");
        logIn("secretary");
        editions = new Editions(published.connection(), "vaiwg for tests");
    }

    @AfterEach
    void close() throws Exception {
        published.close();
    }

    @Test
    void an_issued_report_is_the_same_for_ever_and_made_again_it_is_the_same_to_the_byte() throws SQLException {
        issue(SmallForce.PREVIOUS);
        Registration issued = issue(SmallForce.AS_AT);
        SortedMap<String, byte[]> kept = editions.files(issued);
        assertThat(kept).containsKeys("index.html", "report.xlsx", "figures.csv", "report.json", "manifest.json");
        assertThat(html(kept)).contains("Rape: victim attrition within 90 days", "last report 1 October 2026");

        published.run("RESET SESSION AUTHORIZATION");
        SmallForce.lifeGoesOn(published);
        logIn("secretary");

        assertSame(editions.files(issued), kept);
        assertThat(html(editions.make(issued, false).files())).isEqualTo(html(kept));
        Editions.Made again =
                editions.make(new Registrations(published.connection()).edition(SmallForce.FORCE, 2), false);
        assertSame(again.files(), kept);
        assertThat(again.manifest()).isEqualTo(issued.manifest());
    }

    @Test
    void a_draft_is_approved_by_a_post_and_issued_and_each_says_what_it_is() throws SQLException {
        Registration draft = draft(SmallForce.AS_AT);
        assertThat(draft.edition()).isEqualTo(1);
        assertThat(html(editions.files(draft))).containsIgnoringCase("draft");

        Registration further = editions.draft(
                        request(SmallForce.AS_AT), Optional.empty(), Optional.empty(), NOW.plusSeconds(60))
                .registration();
        assertThat(further)
                .extracting(Registration::edition, Registration::draft)
                .containsExactly(1, 2);

        logIn("chair");
        Registration approved = editions.approve(SmallForce.FORCE, 1, CHAIR);
        assertThat(approved.draft()).isEqualTo(2);
        assertThat(html(editions.files(approved))).contains(CHAIR);

        logIn("secretary");
        Registration issued = editions.issue(SmallForce.FORCE, 1);
        assertThat(issued.status()).isEqualTo(Status.ISSUED);
        assertThat(html(editions.files(issued))).doesNotContainIgnoringCase(">draft");
        assertThat(new Registrations(published.connection()).all(SmallForce.FORCE))
                .extracting(Registration::inWords)
                .containsExactly(
                        "Edition 1, draft 2, as at 2026-11-26, board tier: issued (approved by " + CHAIR
                                + "); drafted by the login secretary; approved by the login chair; issued by the login secretary",
                        "Edition 1, draft 1, as at 2026-11-26, board tier: draft; drafted by the login secretary");
    }

    @Test
    void nothing_is_issued_that_was_not_approved_and_nothing_twice() throws SQLException {
        draft(SmallForce.AS_AT);
        assertThatThrownBy(() -> editions.issue(SmallForce.FORCE, 1))
                .isInstanceOf(ReportException.class)
                .hasMessageEndingWith("a post has to approve it first, with --approve.");
        assertThatThrownBy(() -> editions.approve(SmallForce.FORCE, 9, CHAIR))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("There is no edition 9 of the report of west-midlands");
        assertThatThrownBy(() -> editions.approve(SmallForce.FORCE, 1, CHAIR))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "Edition 1 of west-midlands was drafted by the login secretary, which therefore does not approve"
                                + " it: whoever holds the post approves it with another login.");
        logIn("chair");
        editions.approve(SmallForce.FORCE, 1, CHAIR);
        assertThatThrownBy(() -> editions.approve(SmallForce.FORCE, 1, CHAIR))
                .isInstanceOf(ReportException.class)
                .hasMessageEndingWith("it is approved already.");
        assertThatThrownBy(() -> editions.issue(SmallForce.FORCE, 1))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "Edition 1 of west-midlands was approved by the login chair, which therefore does not issue it:"
                                + " somebody else issues it.");
        logIn("secretary");
        // Another build, or a note that came after the approval, would give other bytes.
        Editions anotherBuild = new Editions(published.connection(), "another build");
        assertThatThrownBy(() -> anotherBuild.issue(SmallForce.FORCE, 1))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "What would be issued as edition 1 of west-midlands is not what was approved: issue it with the"
                                + " build that it was approved with, or draft it again as a further edition.");
        assertThat(editions.issue(SmallForce.FORCE, 1).status()).isEqualTo(Status.ISSUED);
        assertThatThrownBy(() -> editions.issue(SmallForce.FORCE, 1))
                .isInstanceOf(ReportException.class)
                .hasMessageEndingWith("it is issued already.");
    }

    @Test
    void what_is_wrong_in_an_issued_report_is_corrected_by_another_that_says_what_changed() throws SQLException {
        issue(SmallForce.AS_AT);
        Registration corrected = editions.draft(
                        request(SmallForce.AS_AT),
                        Optional.of(1),
                        Optional.of("Two charts had the wrong title."),
                        NOW.plusSeconds(600))
                .registration();
        assertThat(corrected.edition()).isEqualTo(2);
        assertThat(corrected.replaces()).contains(1);
        assertThat(html(editions.files(corrected))).contains("Two charts had the wrong title.");
        assertThatThrownBy(() -> editions.draft(
                        request(SmallForce.AS_AT), Optional.of(2), Optional.of("Again."), NOW.plusSeconds(700)))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("Edition 2 was not issued");
    }

    @Test
    void the_next_report_is_compared_with_the_last_that_was_issued() throws SQLException {
        assertThat(draft(SmallForce.AS_AT).previous()).isEmpty();
        issue(SmallForce.PREVIOUS);
        Registration next = draft(SmallForce.AS_AT);
        assertThat(next.previousAsAt()).contains(SmallForce.PREVIOUS);
        assertThat(html(editions.files(next))).contains("last report 1 October 2026");
    }

    private Registration issue(LocalDate asAt) throws SQLException {
        Registration draft = draft(asAt);
        logIn("chair");
        editions.approve(SmallForce.FORCE, draft.edition(), CHAIR);
        logIn("secretary");
        return editions.issue(SmallForce.FORCE, draft.edition());
    }

    private void logIn(String login) throws SQLException {
        published.run("SET SESSION AUTHORIZATION " + login);
    }

    private Registration draft(LocalDate asAt) throws SQLException {
        return editions.draft(request(asAt), Optional.empty(), Optional.empty(), NOW)
                .registration();
    }

    private static SnapshotRequest request(LocalDate asAt) {
        return new SnapshotRequest(SmallForce.FORCE, asAt, Optional.empty(), Tier.BOARD);
    }

    private static String html(SortedMap<String, byte[]> files) {
        return new String(files.get(Editions.PAGE), StandardCharsets.UTF_8);
    }

    private static void assertSame(SortedMap<String, byte[]> some, SortedMap<String, byte[]> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet());
        assertThat(some.keySet())
                .as("files that differ")
                .filteredOn(name -> !Arrays.equals(some.get(name), others.get(name)))
                .isEmpty();
    }
}
