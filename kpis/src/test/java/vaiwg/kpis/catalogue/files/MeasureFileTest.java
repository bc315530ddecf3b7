package vaiwg.kpis.catalogue.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.Window;

class MeasureFileTest {
    private static final Path SHIPPED = Path.of("src/main/resources/measures");
    private static final int MOST_LINES = 30;
    private static final String SOUND = """
            area: recording
            measures:
              charged_rapes:
                kind: share
                title: Rapes charged
                definition: Of rapes, how many are charged.
                denominator: active and rape
                numerator: charged
                bases: [settled_90d, matured_28d]
                windows: [90d, 365d]
                by: [total, theme]
                dashboards: {settled_90d: [365d]}
                better: up
                paper: "2.1"
            """;

    private static final String APART = """
            area: recording
            dimensions:
              ending:
                title: how it ended
                values:
                  charged: {title: Charged, is: charged, of: rape}
                  left: {title: Left, is: outcome_14 or outcome_16, of: stalking}
            measures:
              ended:
                kind: share
                title: How cases end
                definition: Of cases, how many end each way.
                better: up
                paper: "2.1"
                dimension: ending
                denominator: active and {ending.of}
                numerator: "{ending}"
                bases: [recorded]
                by: [total]
            """;

    @Test
    void a_measure_is_what_its_block_says() {
        Measure measure = MeasureFile.read("own.yaml", SOUND).get(0);

        assertThat(measure.slug()).isEqualTo("charged_rapes");
        assertThat(measure.priority()).isEqualTo(Priority.shipped("recording"));
        assertThat(measure.denominator(Optional.empty()).formula()).isEqualTo("(ACTIVE & RAPE)");
        assertThat(measure.bases())
                .containsEntry(Basis.settled(90), List.of(Window.days(90), Window.days(365)))
                .containsKey(Basis.matured(28));
        assertThat(measure.slices()).containsExactly(SliceFamily.TOTAL, SliceFamily.THEME);
        assertThat(measure.isOnDashboards(Basis.settled(90), Window.days(365))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: share       | kind: sharing          | own.yaml, line 4: there is no such kind of measure; there are count, share,
            title:            | titel:                 | own.yaml, line 5: "titel" is no key here; there are about_nobody,
            numerator: charged| numerator: charge      | own.yaml, line 8: there is no fact "charge"
            : charged         | : outcome.court is there          | own.yaml, line 8: The schema of outcome has no field court with "counted": true; there are interviewedUnderCaution,
            : charged         | : court.result is there           | own.yaml, line 8: there is no stream "court"; there are crime-recording,
            : charged         | : outcome.courtResult is FINED    | own.yaml, line 8: "outcome.courtResult is FINED" has no words in its schema; there it is there, CONVICTED,
            : charged         | : outcome.courtResult is set      | own.yaml, line 8: outcome.courtResult is not "set": it is there, or a code
            : charged         | : outcome.meetingHeld is YES      | own.yaml, line 8: outcome.meetingHeld is not "YES": it is there, or set
            : charged         | : outcome.meetingHeld set         | own.yaml, line 8: "is" is missing before "set"
            : charged         | : outcome.trialAt is before May   | own.yaml, line 8: "May" is no day such as 2026-04-01
            : charged         | : outcome.conditional is set in an audit | own.yaml, line 8: an audit has the fields of victim-contact, and no outcome.conditional
            active and rape   | active rape            | own.yaml, line 7: "and" or "or" is expected before "rape"
            active and rape   | active and (rape       | own.yaml, line 7: ")" is missing
            active and rape   | active and             | own.yaml, line 7: the name of a fact is missing at its end
            settled_90d, mat  | settle_90d, mat        | own.yaml, line 9: "settle_90d" is not a basis such as recorded, settled_90d or stock
            [90d, 365d]       | [90, 365d]             | own.yaml, line 10: "90" is not a window such as 28d
            [90d, 365d]       | [all]                  | own.yaml, line 10: only a stock is read as it stands
            [total, theme]    | [total, district]      | own.yaml, line 11: "district" is no by; there are total, theme,
            [365d]}           | [30d]}                 | own.yaml, line 4: the measure charged_rapes needs what its boards show
            better: up        | better: upwards        | own.yaml, line 13: it is better up, down, or none
            better: up        | about_nobody: yes      | own.yaml, line 13: "yes" is no about_nobody; there are true
            better: up        | title: Twice           | own.yaml, line 13: "title" is here twice
            better: up        | headline: first        | own.yaml, line 13: "first" is not a whole number
            better: up        | place: front           | own.yaml, line 13: there is no such place; there are annex, detail, restricted
            area: recording   | area: somewhere        | own.yaml, line 1: "somewhere" is no area; there are safety_in_public,
            kind: share       | kind: count            | own.yaml, line 4: the measure charged_rapes needs a numerator, or none
            kind: share       | kind: percentile       | own.yaml, line 4: "percentile" is missing
            [90d, 365d]       | [90d                   | own.yaml is no YAML:
            """)
    void what_cannot_be_counted_is_rejected_with_its_line(String right, String wrong, String reason) {
        assertThat(SOUND).contains(right);

        assertThatThrownBy(() -> MeasureFile.read("own.yaml", SOUND.replace(right, wrong)))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outcome.supportEnded.stage is AT_CPS                 | support ended while the case was with the CPS
            outcome.supportEnded.stage is (AT_CPS, AFTER_CHARGE) | any of [support ended while the case was with the CPS; support ended after the charge]
            outcome.victimInformedAt is from 2026-04-01          | the record says when the victim was told of the decision, and that is from 2026-04-01
            victim-contact.viewsAsked is set in an audit         | in an audit of the case: the victim was asked for views on an out-of-court disposal
            """)
    void a_counted_field_is_asked_in_place(String asked, String words) {
        Measure measure = MeasureFile.read("own.yaml", SOUND.replace(": charged", ": " + asked))
                .get(0);

        assertThat(measure.numerator(Optional.empty()).orElseThrow().formula()).isEqualTo(asked);
        assertThat(measure.numerator(Optional.empty()).orElseThrow().words()).isEqualTo(words);
    }

    @Test
    void a_measure_has_a_numerator_and_a_denominator_for_each_value_of_its_dimension() {
        Measure measure = MeasureFile.read("own.yaml", APART).get(0);

        assertThat(measure.variants().stream().map(Optional::orElseThrow).map(Variant::slice))
                .containsExactly("ending=charged", "ending=left");
        assertThat(measure.variants().stream()
                        .map(ending -> measure.numerator(ending).orElseThrow().formula() + " of "
                                + measure.denominator(ending).formula()))
                .containsExactly("CHARGED of (ACTIVE & RAPE)", "(OUTCOME_14 | OUTCOME_16) of (ACTIVE & STALKING)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dimension: ending    | dimension: last      | own.yaml, line 15: there is no dimension "last"; there are advice,
            {ending}             | {reason}             | own.yaml, line 17: the measure has no dimension "reason"
            {ending.of}          | {ending.whole}       | own.yaml, line 16: the value "charged" of ending says no "whole"
            [total]              | [total]¶    values: [charge] | own.yaml, line 20: "charge" is no value of ending; there are charged, left
            [total]              | [total]¶    lasts: {charge: 730d} | own.yaml, line 20: "charge" is no key here; there are charged, left
            [total]              | [total]¶    lasts: {left: 24m}    | own.yaml, line 20: a number of days is expected, such as 90d
            [total]              | [total]¶    lasts: {left: 730d}   | own.yaml, line 10: the measure ended needs only stock, being aged or lasting
            title: how it ended  | name: how it ended   | own.yaml, line 4: "name" is no key here; there are for_all,
            title: Left          | called: Left         | own.yaml, line 7: "title" is missing
            title: how it ended  | title: how it ended¶    for_all: gone | own.yaml, line 5: it is no value of the dimension
            """)
    void a_dimension_that_says_nothing_that_is_understood_is_rejected_with_its_line(
            String right, String wrong, String reason) {
        assertThat(APART).contains(right);

        assertThatThrownBy(() -> MeasureFile.read("own.yaml", APART.replace(right, wrong.replace("¶", "\n"))))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith(reason);
    }

    /** A key is named in backquotes in the first column of the page's table; the template is its only block that is indented. */
    @Test
    void the_page_for_those_who_add_a_measure_names_every_key_and_its_template_is_one() throws IOException {
        String page = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        String section = page.substring(page.indexOf("## The keys of a measure"));

        Set<String> named = section.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        Arrays.stream(line.substring(2, line.indexOf(" |", 2)).split(", ")))
                .map(key -> key.replace("`", ""))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(MeasureDeclaration.KEYS);

        String template =
                section.lines().filter(line -> line.startsWith("    ")).collect(Collectors.joining("\n"));
        assertThat(MeasureFile.read("template.yaml", template.stripIndent()))
                .singleElement()
                .satisfies(measure -> assertThat(measure.slug()).isEqualTo("rapes_with_suspect"));
    }

    static List<Priority> areas() {
        return Priority.shipped();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void each_area_has_a_file(Priority area) {
        assertThat(MeasureFile.shipped(area.slug()))
                .isNotEmpty()
                .allMatch(measure -> measure.priority().equals(area));
    }

    @Test
    void a_measure_is_short() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("dimensions.yaml")).toList()) {
                assertThat(Arrays.stream(Files.readString(file).split("\n(?=  [a-z0-9_]+:\n)")))
                        .as(file.toString())
                        .allMatch(measure -> measure.lines().count() <= MOST_LINES);
            }
        }
    }
}
