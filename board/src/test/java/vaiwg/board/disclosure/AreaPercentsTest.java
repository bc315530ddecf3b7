package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.board.disclosure.SmallReport.bySlice;
import static vaiwg.board.disclosure.SmallReport.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.files.SampleReport;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;

/** A withheld area does not follow from of how many cases the area is known. */
class AreaPercentsTest {
    private static final Optional<Report> NONE_BEFORE = Optional.empty();

    /** All cases, and so many in each area; those that are left are in no known one. */
    private record Force(int all, List<Integer> areas) {
        int unknown() {
            return all - areas.stream().mapToInt(area -> area).sum();
        }

        Figure whole() {
            return share("theme=rape", all / 3, all);
        }

        Figure area(int number) {
            int cases = areas.get(number);
            return share("lpa=area" + number + ";theme=rape", cases / 2, cases);
        }

        AreaKnown row() {
            return AreaKnown.of("Rape: victim attrition", whole(), unknown(), all);
        }

        /** With the whole of an area, its number and their rest of five and more, unless it is small. */
        SmallReport report(AreaKnown... rows) {
            Figure[] figures =
                    IntStream.range(0, areas.size()).mapToObj(this::area).toArray(Figure[]::new);
            return new SmallReport().figures(whole()).figures(figures).areasKnown(rows);
        }
    }

    /** Of 600 some 83% are known: 100 to 105 are not. The other two areas leave 103, so the small one would have three at most. */
    private static final Force TELLING = new Force(600, List.of(3, 197, 300));

    @Test
    void a_percentage_that_would_narrow_a_withheld_area_is_not_told_and_no_further_area_is_withheld() {
        Report full = TELLING.report(TELLING.row()).make();
        assertThat(TELLING.row().percent()).isEqualTo(83);
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(shown(issued)).containsExactly((Integer) null);
        assertThat(issued.areas())
                .isEqualTo(
                        Disclosure.apply(TELLING.report().make(), NONE_BEFORE).areas());
        assertThat(bySlice(issued).get("lpa=area1;theme=rape").isShown()).isTrue();
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void the_attack_finds_an_area_that_a_percentage_gives_away() {
        Report full = TELLING.report(TELLING.row()).make();
        assertThat(DisclosureAudit.leaks(full, telling(full), NONE_BEFORE))
                .anyMatch(leak -> leak.contains("whole of") && leak.endsWith("= 3 lies between 0 and 3."));
    }

    @Test
    void where_no_area_is_small_the_percentage_is_told() {
        Force force = new Force(600, List.of(20, 180, 300));
        Report full = force.report(force.row()).make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(bySlice(issued)).isEqualTo(bySlice(full));
        assertThat(shown(issued)).containsExactly(83);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    /** Both are of the same cases: the areas that one compares follow from the percentage of the other. */
    @Test
    void nor_is_it_of_another_figure_of_the_same_cases() {
        Figure charged = SampleReport.share("charged", "theme=rape", SmallReport.AS_AT, 90, TELLING.all());
        AreaKnown row = AreaKnown.of("Rape: charged", charged, TELLING.unknown(), TELLING.all());
        Report full = TELLING.report(row).figures(charged).make();
        assertThat(shown(Disclosure.apply(full, NONE_BEFORE))).containsExactly((Integer) null);
        assertThat(DisclosureAudit.leaks(full, telling(full), NONE_BEFORE)).isNotEmpty();
        Report neither = new SmallReport()
                .figures(charged, TELLING.area(0), TELLING.area(1), TELLING.area(2))
                .areasKnown(TELLING.row())
                .make();
        assertThat(shown(Disclosure.apply(neither, NONE_BEFORE)))
                .as("the whole of both is that of a third")
                .containsExactly((Integer) null);
        Figure fewer = SampleReport.share("charged", "theme=rape", SmallReport.AS_AT, 90, TELLING.all() - 1);
        Report other = TELLING.report(row).figures(fewer).make();
        assertThat(shown(Disclosure.apply(other, NONE_BEFORE))).containsExactly(83);
    }

    @Test
    void of_two_figures_of_the_same_cases_both_percentages_are_told_where_no_area_is_small() {
        Force force = new Force(600, List.of(20, 180, 300));
        Figure charged = SampleReport.share("charged", "theme=rape", SmallReport.AS_AT, 90, 600);
        Report full = force.report(force.row(), AreaKnown.of("Rape: charged", charged, 100, 600))
                .figures(charged)
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(shown(issued)).containsExactly(83, 83);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void the_public_tier_tells_none_of_a_window_that_overlaps_with_one_told_before() {
        Force force = new Force(600, List.of(20, 180, 300));
        Report first = force.report(force.row()).tier(Tier.PUBLIC).make();
        Report before = Disclosure.apply(first, NONE_BEFORE);
        assertThat(shown(before)).containsExactly(83);
        LocalDate later = SmallReport.AS_AT.plusMonths(2);
        AreaKnown row = force.row();
        Report next = new SmallReport()
                .tier(Tier.PUBLIC)
                .asAt(later)
                .areasKnown(new AreaKnown(
                        row.title(), row.kpi(), row.basis(), row.window(), row.slice(), later, row.percent()))
                .make();
        assertThat(shown(Disclosure.apply(next, Optional.of(before)))).containsExactly((Integer) null);
        assertThat(shown(Disclosure.apply(next, NONE_BEFORE))).containsExactly(83);
    }

    @Test
    void of_forces_at_random_no_withheld_area_follows() {
        Random random = new Random(1);
        int leaks = 0;
        int shown = 0;
        for (int i = 0; i < 200; i++) {
            Force force = random(random);
            Report full = force.report(force.row()).make();
            Report issued = Disclosure.apply(full, NONE_BEFORE);
            assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
            assertThat(issued.areas())
                    .as("no area is withheld for the percentage")
                    .isEqualTo(
                            Disclosure.apply(force.report().make(), NONE_BEFORE).areas());
            requireThatFiveAreasArePossible(force, issued);
            leaks += DisclosureAudit.leaks(full, telling(issued, full), NONE_BEFORE)
                    .size();
            shown += (int)
                    shown(issued).stream().filter(percent -> percent != null).count();
        }
        assertThat(leaks).as("what all percentages would give away").isPositive();
        assertThat(shown).isPositive();
    }

    private static Force random(Random random) {
        List<Integer> areas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            areas.add(random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 12 + random.nextInt(250));
        }
        int known = areas.stream().mapToInt(area -> area).sum();
        return new Force(known + random.nextInt(2 + known / 4), areas);
    }

    /** By trying all numbers of cases of an unknown area, without the counts that the attack goes by. */
    private static void requireThatFiveAreasArePossible(Force force, Report issued) {
        List<Integer> hidden = IntStream.range(0, force.areas().size())
                .filter(area -> !bySlice(issued).get(force.area(area).slice()).isShown())
                .mapToObj(force.areas()::get)
                .toList();
        Figure whole = bySlice(issued).get("theme=rape");
        Integer percent = shown(issued).get(0);
        if (!whole.isShown() || percent == null) {
            return;
        }
        int left = force.unknown() + hidden.stream().mapToInt(area -> area).sum();
        int[] unknown = IntStream.rangeClosed(0, force.all())
                .filter(number -> percent.equals(
                        AreaKnown.of("", whole, number, force.all()).percent()))
                .toArray();
        assertThat(unknown).as("numbers of an unknown area").hasSizeGreaterThanOrEqualTo(5);
        for (int cases : hidden) {
            int most = left - unknown[0];
            int least = hidden.size() > 1 ? 0 : Math.max(0, left - unknown[unknown.length - 1]);
            assertThat(cases >= 5 || most - least >= 4)
                    .as("%d of %s in %s", cases, hidden, force)
                    .isTrue();
        }
    }

    private static List<Integer> shown(Report report) {
        return report.quality().areasKnown().stream().map(AreaKnown::percent).toList();
    }

    /** The issued report with the percentages as they are in truth. */
    private static Report telling(Report full) {
        return telling(Disclosure.apply(full, NONE_BEFORE), full);
    }

    private static Report telling(Report issued, Report full) {
        return new Report(
                issued.edition(),
                issued.summary(),
                issued.areas(),
                issued.characteristics(),
                issued.signals(),
                issued.governance(),
                issued.revisions(),
                full.quality(),
                issued.annex(),
                issued.restricted());
    }
}
