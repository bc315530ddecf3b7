package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.Standing;
import vaiwg.statistics.attrition.Estimate;

class PromisesPageTest {
    private final Block.Row meets = row(State.NOT_CHARTED, TargetState.MEETS, 100);
    private final Block.Row misses = row(State.NO_CHANGE, TargetState.SHORT, 80);
    private final Block.Row acts = row(State.ACT, TargetState.NONE, 80);
    private final Block.Row seldom = row(State.NO_CHANGE, TargetState.NONE, 40);

    @Test
    void a_figure_contradicts_what_is_said_to_be_well_where_it_is_short_of_its_target_or_to_be_acted_on() {
        for (Standing well : List.of(Standing.ON_COURSE, Standing.DONE)) {
            assertThat(PromisesPage.contradiction(well, List.of(meets, misses))).contains(misses);
            assertThat(PromisesPage.contradiction(well, List.of(meets, acts))).contains(acts);
            assertThat(PromisesPage.contradiction(well, List.of(meets))).isEmpty();
        }
        assertThat(PromisesPage.contradiction(Standing.DONE, List.of(seldom))).contains(seldom);
        assertThat(PromisesPage.contradiction(Standing.ON_COURSE, List.of(seldom)))
                .isEmpty();
    }

    /** Support ended after the charge in 7.6% of cases: of that fewer is better. */
    @Test
    void what_is_done_is_asked_how_often_it_shows_only_where_more_is_better_and_the_page_says_so() {
        Figure few = SampleReport.share(new SeriesKey("support_ended", "stock", "all", ""), 40, 100);
        for (Better better : List.of(Better.DOWN, Better.NEITHER)) {
            Block.Row rare = SampleReport.row("Support ended", "", better, few, State.NO_CHANGE, TargetState.NONE);
            assertThat(PromisesPage.contradiction(Standing.DONE, List.of(rare))).isEmpty();
        }
        assertThat(PromisesPage.RULE).contains("under half its cases, where more is better;");
    }

    @Test
    void a_target_that_is_met_contradicts_what_is_said_to_be_behind_unless_another_figure_misses_its_own() {
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(seldom, meets)))
                .contains(meets);
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(meets, misses)))
                .isEmpty();
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(misses, seldom)))
                .isEmpty();
    }

    /** A hundred places that were filled in five years are not the hundred that were promised for twelve months. */
    @Test
    void a_count_of_all_time_does_not_contradict_who_says_that_a_promise_is_behind() {
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(places("stock", "all", TargetState.MEETS))))
                .isEmpty();
        Block.Row inTime = places("recorded", "365d", TargetState.MEETS);
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(inTime))).contains(inTime);
        Block.Row few = places("stock", "all", TargetState.SHORT);
        assertThat(PromisesPage.contradiction(Standing.ON_COURSE, List.of(few))).contains(few);
    }

    /** They stood as met, beside two places in the latest twelve months. */
    @Test
    void a_count_of_all_time_meets_no_target_of_a_time_and_says_since_when_it_counts() {
        Block.Row reached = places("stock", "all", TargetState.MEETS).withTarget(100, TargetState.MEETS);
        assertThat(PromisesPage.counts(reached)).isEqualTo("counted since the start");
        assertThat(PromisesPage.inTime(reached).target()).isEmpty();
        assertThat(PromisesPage.inTime(reached).met()).isEqualTo(TargetState.NONE);
        Block.Row few = places("stock", "all", TargetState.SHORT).withTarget(100, TargetState.SHORT);
        assertThat(PromisesPage.inTime(few))
                .as("it cannot have been reached in time")
                .isEqualTo(few);
        Block.Row inTime = places("recorded", "365d", TargetState.MEETS).withTarget(100, TargetState.MEETS);
        assertThat(PromisesPage.inTime(inTime)).isEqualTo(inTime);
    }

    /** What shows in 5.2% of cases stood as on course without a word. */
    @Test
    void a_low_share_of_which_more_is_better_says_where_it_has_no_target() {
        assertThat(PromisesPage.counts(seldom)).isEqualTo("no target set");
        assertThat(PromisesPage.counts(row(State.NO_CHANGE, TargetState.NONE, 60)))
                .isEmpty();
        assertThat(PromisesPage.counts(PromisesPage.judged(seldom, 1))).isEmpty();
    }

    /** The target of all crimes stood beside no promise of one theme. */
    @Test
    void what_is_owed_in_every_case_decides_of_a_theme_too_and_contradicts_its_owner() {
        Block.Row told = PromisesPage.judged(row(State.NO_CHANGE, TargetState.NONE, 68), 1);
        assertThat(told.target()).contains(1.0);
        assertThat(told.met()).isEqualTo(TargetState.SHORT);
        assertThat(PromisesPage.contradiction(Standing.ON_COURSE, List.of(told)))
                .contains(told);
        Block.Row all = PromisesPage.judged(row(State.NO_CHANGE, TargetState.NONE, 100), 1);
        assertThat(all.met()).isEqualTo(TargetState.MEETS);
        assertThat(PromisesPage.contradiction(Standing.BEHIND, List.of(all))).contains(all);
        Block.Row few = row(SampleReport.few(), State.NO_CHANGE, TargetState.NONE);
        assertThat(PromisesPage.judged(few, 1))
                .as("what has no share is neither")
                .isEqualTo(few);
    }

    @Test
    void of_those_of_which_the_same_is_said_the_one_that_the_figure_contradicts_is_first() {
        List<String> page = Stream.of(
                        said("", false),
                        said("Done", false),
                        said("Behind", false),
                        said("On course", true),
                        said("Behind", true))
                .sorted(Comparator.comparingInt(PromisesPage::place))
                .map(promise -> promise.standing() + promise.disagree())
                .toList();
        assertThat(page).containsExactly("Behindtrue", "Behindfalse", "On coursetrue", "Donefalse", "false");
    }

    /** A word of a year ago stood as how it is today. */
    @Test
    void what_was_said_over_six_months_ago_is_called_old_beside_its_day_and_counted_above() {
        LocalDate asAt = LocalDate.of(2026, 12, 2);
        assertThat(PromisesPage.saidOn(LocalDate.of(2026, 11, 5), asAt)).isEqualTo("5 Nov");
        assertThat(PromisesPage.saidOn(asAt.minusDays(183), asAt)).isEqualTo("2 Jun");
        assertThat(PromisesPage.saidOn(asAt.minusDays(184), asAt)).isEqualTo("1 Jun (old)");
        assertThat(PromisesPage.saidOn(LocalDate.of(2025, 5, 9), asAt)).isEqualTo("9 May 2025 (old)");
        assertThat(PromisesPage.old(0)).isEmpty();
        assertThat(PromisesPage.old(1)).isEqualTo("One was said over six months ago: (old). ");
        assertThat(PromisesPage.old(8)).isEqualTo("Eight were said over six months ago: (old). ");
    }

    @Test
    void each_owner_has_a_letter_which_is_explained_below_the_promises() {
        Block.Promise leads = said("Done", false);
        Block.Promise nobodys = new Block.Promise("Text", "", "", "Done", "5 Nov", Optional.empty(), "", false);
        Block.Promise boards =
                new Block.Promise("Text", "VAIWG Board", "", "Done", "5 Nov", Optional.empty(), "", false);
        Block.Promises promises = new Block.Promises("", "", List.of(leads, nobodys, boards, leads));
        assertThat(promises.promises().stream().map(promises::mark)).containsExactly(" (A)", "", " (B)", " (A)");
        assertThat(promises.named()).isEqualTo("Owners: A the leads; B VAIWG Board.");
        assertThat(new Block.Promises("", "", List.of(nobodys)).named()).isEmpty();
    }

    /** They stood in a register alone, and on no page. */
    @Test
    void posts_are_said_of_what_how_many_and_how_their_owners_say_that_they_stand() {
        List<Commitment> given = List.of(
                posts("Domestic abuse: 88 constables", 88),
                posts("Major Crime Team: 109 across all ranks", 109),
                commitment("the PPU", "charge_rate"),
                posts("Exploitation: 9", 9));
        Map<String, String> says = Map.of("Domestic abuse: 88 constables", "On course", "Exploitation: 9", "Behind");
        assertThat(Posts.said(given, post -> says.getOrDefault(post.text(), ""), post -> false))
                .isEqualTo("Posts of the uplift, 206 in all, by what their owners say. Behind: exploitation 9."
                        + " On course: domestic abuse 88. Nothing said yet: Major Crime Team 109.");
        assertThat(Posts.said(given, post -> says.getOrDefault(post.text(), ""), post -> post.number() == 88))
                .as("said long ago")
                .endsWith(" On course: domestic abuse 88 (old). Nothing said yet: Major Crime Team 109."
                        + " Old: said over six months ago.");
    }

    @Test
    void a_force_without_posts_says_nothing_of_them_and_one_with_posts_alone_has_the_page() {
        assertThat(Posts.said(List.of(commitment("the PPU", "charge_rate")), post -> "Done", post -> true))
                .isEmpty();
        assertThat(new Block.Promises("", "", List.of()).isEmpty()).isTrue();
        assertThat(new Block.Promises("", "Posts, 9 in all.", List.of()).isEmpty())
                .isFalse();
    }

    @Test
    void the_posts_of_the_paper_are_counted_and_fit_into_two_lines() {
        String said = Posts.said(Commitments.of(Sites.shipped()), post -> "", post -> false);
        assertThat(said)
                .isEqualTo("Posts of the uplift of 2021/2022, 280 in all, by what their owners say. Nothing said yet:"
                        + " domestic abuse 88, child abuse 57, safeguarding 17, exploitation 9, Major Crime Team 109.");
        assertThat(said).as("130 letters are a line").hasSizeLessThanOrEqualTo(260);
    }

    /** Page 2 names the lead whose report is missing: who says that all report is contradicted. */
    @Test
    void a_report_that_a_lead_did_not_give_contradicts_who_says_that_leads_report() {
        YearMonth meeting = YearMonth.of(2026, 11);
        OwnerComment given = new OwnerComment("", "Said.", "", "the lead", "", Periods.AS_AT, false);
        OwnerComment missing = OwnerComment.asked("", "the lead", meeting.atDay(1));
        LeadReport.Given some =
                LeadReport.Given.of(meeting, List.of(given, missing, given)).orElseThrow();
        assertThat(some.words()).isEqualTo("Leads’ reports for November 2026: 2 of 3");
        assertThat(PromisesPage.contradicts(Standing.DONE, some)).isTrue();
        assertThat(PromisesPage.contradicts(Standing.ON_COURSE, some)).isTrue();
        assertThat(PromisesPage.contradicts(Standing.BEHIND, some)).isFalse();
        LeadReport.Given all =
                LeadReport.Given.of(meeting, List.of(given, given)).orElseThrow();
        assertThat(PromisesPage.contradicts(Standing.DONE, all)).isFalse();
        assertThat(PromisesPage.contradicts(Standing.BEHIND, all)).isTrue();
        assertThat(LeadReport.Given.of(meeting, List.of()))
                .as("leads do not report in this way")
                .isEmpty();
    }

    @Test
    void a_duty_is_owned_by_the_post_that_promised_it_also_where_it_is_of_women_and_girls() {
        List<Commitment> commitments = List.of(
                commitment("the registrar", "victims_code:duty=acknowledged"),
                commitment("", "victims_code:duty=all_five"),
                commitment("the Victims' Code lead", "vps_days_median victims_code:duty=all_five"));
        assertThat(PromisesPage.owner(commitments, duty("duty=all_five"))).contains("the Victims' Code lead");
        assertThat(PromisesPage.owner(commitments, duty("duty=all_five;theme=vaiwg_female")))
                .contains("the Victims' Code lead");
        assertThat(PromisesPage.owner(commitments, duty("duty=updates_timely"))).isEmpty();
    }

    /** An evaluation may be done and its answer be to wait: that is said beside the word. */
    @Test
    void what_a_trial_found_is_said_as_its_page_says_it() {
        assertThat(TrialVerdict.of(new Estimate(-0.007, -0.133, 0.12, 99), true).finding())
                .isEqualTo("Its finding (What works): wait, chance may explain it");
        assertThat(TrialVerdict.of(new Estimate(-0.2, -0.3, -0.1, 99), false)).isEqualTo(TrialVerdict.GO_ON);
        assertThat(TrialVerdict.of(new Estimate(0.2, 0.1, 0.3, 99), false)).isEqualTo(TrialVerdict.STOP);
    }

    private static SeriesKey duty(String slice) {
        return new SeriesKey("victims_code", "audited", "365d", slice);
    }

    /** The Home Office's review of a role stood as done by a post of the force. */
    @Test
    void what_others_were_asked_for_and_no_figure_shows_says_of_whom() {
        assertThat(PromisesPage.askedOf(commitment("the Home Office", "the PPU", "")))
                .isEqualTo("asked of the Home Office; no figure");
        assertThat(PromisesPage.askedOf(commitment("the Home Office", "", ""))).isEmpty();
        assertThat(PromisesPage.askedOf(commitment("", "the PPU", ""))).isEmpty();
        assertThat(PromisesPage.askedOf(commitment("the CPS", "the PPU", "charge_rate")))
                .isEmpty();
    }

    private static Commitment commitment(String owner, String measures) {
        return commitment("", owner, measures);
    }

    private static Commitment commitment(String addressed, String owner, String measures) {
        return new Commitment(
                Commitment.Register.STEP,
                "step",
                1,
                "Delivery plan",
                "A step",
                addressed,
                owner,
                Optional.empty(),
                "",
                Commitments.seen(measures),
                "",
                "1.1",
                "west-midlands");
    }

    private static Commitment posts(String text, int number) {
        return new Commitment(
                Commitment.Register.POST,
                text,
                number,
                "Posts of the uplift",
                text,
                "",
                "",
                Optional.empty(),
                "",
                List.of(),
                "",
                "2.3.1",
                "west-midlands");
    }

    private static Block.Promise said(String standing, boolean disagree) {
        return new Block.Promise("Text", "the leads", "", standing, "", Optional.empty(), "", disagree);
    }

    private static Block.Row places(String basis, String window, TargetState met) {
        Figure figure = Figure.without(
                        new SeriesKey("easi_places_filled", basis, window, ""),
                        Periods.AS_AT,
                        Unit.COUNT,
                        Figure.State.NONE)
                .with(100, null, 100, Figure.State.SHOWN);
        return row(figure, State.NOT_CHARTED, met);
    }

    private static Block.Row row(State state, TargetState met, int of100) {
        return row(SampleReport.share(new SeriesKey("easi_completion", "stock", "all", ""), of100, 100), state, met);
    }

    private static Block.Row row(Figure figure, State state, TargetState met) {
        return SampleReport.row("EASI programme", "", Better.UP, figure, state, met);
    }
}
