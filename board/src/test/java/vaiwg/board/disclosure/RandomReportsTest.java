package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.Unit;

/** Reports of small forces at random, by theme and policing area, as counts, shares and closed periods. */
class RandomReportsTest {
    private static final List<String> THEMES = List.of("rape", "other_sexual", "stalking_harassment");

    private static Report random(long seed, int areas, int most, boolean withChart) {
        Random random = new Random(seed);
        SmallReport report = new SmallReport();
        int[][] wholes = new int[areas][THEMES.size()];
        int[][] parts = new int[areas][THEMES.size()];
        for (int a = 0; a < areas; a++) {
            for (int t = 0; t < THEMES.size(); t++) {
                wholes[a][t] = random.nextInt(most);
                parts[a][t] = random.nextInt(wholes[a][t] + 1);
            }
        }
        for (int a = -1; a < areas; a++) {
            for (int t = -1; t < THEMES.size(); t++) {
                int whole = sum(wholes, a, t);
                int part = sum(parts, a, t);
                if (whole > 0) {
                    report.figures(SmallReport.share(slice(a, t), part, whole));
                }
                if (withChart && a < 0 && whole > 0) {
                    report.chart(
                            slice(a, t),
                            Unit.SHARE,
                            "",
                            SmallReport.point(0, part, whole),
                            SmallReport.point(1, 50, 100));
                }
            }
        }
        return report.make();
    }

    private static String slice(int area, int theme) {
        List<String> cuts = new ArrayList<>();
        if (area >= 0) {
            cuts.add("lpa=area" + area);
        }
        if (theme >= 0) {
            cuts.add("theme=" + THEMES.get(theme));
        }
        return String.join(";", cuts);
    }

    private static int sum(int[][] counts, int area, int theme) {
        int sum = 0;
        for (int a = 0; a < counts.length; a++) {
            for (int t = 0; t < THEMES.size(); t++) {
                sum += (area < 0 || area == a) && (theme < 0 || theme == t) ? counts[a][t] : 0;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_small_is_shown_and_nothing_can_be_told(long seed) {
        Report full = random(seed, 4, 40, seed % 2 == 0);
        Report issued = Disclosure.apply(full, Optional.empty());
        for (ShownFigure shown : ReportFigures.distinct(issued)) {
            Figure figure = shown.figure();
            if (figure.isShown()) {
                assertThat(figure.numerator()).isGreaterThanOrEqualTo(5);
                assertThat(figure.denominator() - figure.numerator()).isGreaterThanOrEqualTo(5);
            } else {
                assertThat(figure.numerator()).isNull();
                assertThat(figure.denominator()).isNull();
                assertThat(figure.value()).isNaN();
            }
        }
        for (ShownPoint at : ShownPoint.of(issued)) {
            BlockPoint point = at.point();
            assertThat(point.numerator()).isGreaterThanOrEqualTo(5);
        }
        assertThat(DisclosureAudit.leaks(full, issued, Optional.empty())).isEmpty();
        assertThat(ReportFigures.distinct(issued).stream()
                        .filter(shown -> shown.figure().isShown()))
                .as("something is left to read")
                .isNotEmpty();
    }

    /** What takes the time is the solver: it was asked 447 times of the first of these reports, when it was asked of everything. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_force_of_sixty_policing_areas_is_done_with_few_questions_to_the_solver(long seed) {
        Report full = random(seed, 60, 300, false);
        ReportCounts numbers = new ReportCounts(full, Optional.empty());
        Attack attack = new Attack(numbers.counts);
        BitSet withheld = new Suppression(numbers.counts, attack).choose();
        assertThat(attack.asked()).isLessThan(40);
        assertThat(withheld.cardinality())
                .as("withheld of %d", numbers.counts.units().size())
                .isLessThan(65);
        Report issued = Disclosure.apply(full, Optional.empty());
        assertThat(DisclosureAudit.leaks(full, issued, Optional.empty())).isEmpty();
    }
}
