package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;

class CatalogueTest {
    private static final int MOST_CELLS = 25_000;
    /** Attrition measures the service: no word may put it down to the victim, or doubt her. */
    private static final List<String> BLAMING = List.of(
            "alleg",
            "accus",
            "complainant",
            "uncooperative",
            "co-operat",
            "cooperat",
            "unwilling",
            "reluctan",
            "refus",
            "fail",
            "fault",
            "blame",
            "drop",
            "gave up",
            "gives up",
            "pull out",
            "retract",
            "disengag",
            "provok",
            "lifestyle",
            "vulnerab",
            "hysteri",
            "promiscu",
            "false report",
            "credib",
            "should have");

    private final Catalogue catalogue = ShippedCatalogue.get();

    @Test
    @Tag("pitfall-1")
    void a_numerator_is_counted_within_its_denominator_whatever_the_facts() {
        Random random = Seed.random("numerator within denominator");
        List<Fact> all = Fact.values();
        // What enters a stock of steps, and what turns overdue in it, have days of their own: only their sums are one
        // within another.
        for (ContributionType contributionType :
                EnumSet.complementOf(EnumSet.of(ContributionType.STOCK_ENTRY, ContributionType.STOCK_EXIT))) {
            ContributionTable table = catalogue.contributionType(contributionType);
            for (int i = 0; i < 500; i++) {
                FactSet[] facts = Stream.generate(() -> FactSet.of(all.stream().filter(fact -> random.nextBoolean())))
                        .limit(table.horizons().length + 1)
                        .toArray(FactSet[]::new);
                long[] numerator = new long[table.words()];
                long[] denominator = new long[table.words()];
                table.evaluate(facts, numerator, denominator);
                for (int bit = 0; bit < table.size(); bit++) {
                    if (table.column(bit).measure().kind() == Measure.Kind.SHARE && isSet(numerator, bit)) {
                        assertThat(isSet(denominator, bit))
                                .as(table.column(bit).measure().slug())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void every_settled_horizon_is_judged_on_facts_of_its_own() {
        ContributionTable table = catalogue.contributionType(ContributionType.RECORDED);
        FactSet attrited = FactSet.of(Fact.ACTIVE).plus(FactSet.of(Fact.OUTCOME_16));
        for (int place = 0; place < table.horizons().length; place++) {
            int horizon = table.horizons()[place];
            FactSet[] facts = new FactSet[table.horizons().length + 1];
            Arrays.fill(facts, FactSet.of(Fact.ACTIVE));
            facts[place + 1] = attrited;
            long[] numerator = new long[table.words()];
            table.evaluate(facts, numerator, new long[table.words()]);
            for (int bit = 0; bit < table.size(); bit++) {
                Column column = table.column(bit);
                if (column.measure().slug().equals("victim_attrition")) {
                    assertThat(isSet(numerator, bit))
                            .as(column.basis().slug())
                            .isEqualTo(column.basis().equals(Basis.settled(horizon))
                                    || column.basis().equals(Basis.matured(horizon)));
                }
            }
        }
    }

    @Test
    void a_force_has_at_most_twenty_five_thousand_cells() {
        assertThat(catalogue.cells()).isLessThanOrEqualTo(MOST_CELLS);
    }

    @Test
    void cells_and_slots_are_laid_out_without_gaps() {
        int cell = 0;
        int slot = 0;
        for (Column column : catalogue.columns()) {
            assertThat(column.firstCell()).isEqualTo(cell);
            assertThat(column.firstSlot()).isEqualTo(slot);
            assertThat(catalogue.columnOfCell(cell)).isSameAs(column);
            cell += column.cells();
            assertThat(catalogue.columnOfCell(cell - 1)).isSameAs(column);
            if (column.measure().standard().isPresent()) {
                assertThat(column.slots()).as("strata are weighed, not read").isZero();
                continue;
            }
            assertThat(catalogue.columnOfSlot(slot)).isSameAs(column);
            slot += column.slots();
            assertThat(catalogue.columnOfSlot(slot - 1)).isSameAs(column);
            assertThat(column.windowOfSlot(slot - 1))
                    .isEqualTo(column.windows().get(column.windows().size() - 1));
            assertThat(column.rowOfSlot(slot - 1)).isEqualTo(column.rows().size() - 1);
        }
        assertThat(catalogue.cells()).isEqualTo(cell);
        assertThat(catalogue.slots()).isEqualTo(slot);
    }

    @Test
    void no_two_values_share_their_names() {
        Set<List<String>> names = new HashSet<>();
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Column column = catalogue.columnOfSlot(slot);
            List<String> name = List.of(
                    column.measure().slug(),
                    column.basis().slug(),
                    column.windowOfSlot(slot).slug(),
                    Slice.of(column.dimensions(column.rowOfSlot(slot))));
            assertThat(names.add(name)).as(name.toString()).isTrue();
        }
    }

    @Test
    void every_measure_tells_a_reader_what_it_is_and_whose_it_is() {
        assertThat(catalogue.measures()).extracting(Measure::slug).doesNotHaveDuplicates();
        assertThat(catalogue.measures()).allSatisfy(measure -> {
            assertThat(measure.slug()).matches("[a-z][a-z0-9_]*");
            assertThat(measure.title()).isNotBlank();
            assertThat(measure.definition()).isNotBlank().endsWith(".");
            assertThat(measure.unit()).isNotBlank();
            assertThat(measure.section()).matches("\\d(\\.\\d)*");
            assertThat(measure.priority().owner()).isNotBlank();
            assertThat(measure.priority().title()).isNotBlank();
            assertThat(measure.caveats())
                    .as("of what %s warns; where it has no good direction, why", measure.slug())
                    .isNotBlank();
        });
    }

    /** Tables have the owner alone: views take the area's name from it. */
    @Test
    void an_owner_is_called_by_its_area() {
        assertThat(Priority.shipped())
                .allSatisfy(area -> assertThat(area.owner().replaceFirst("^the leads? for ", ""))
                        .isEqualTo(area.title()));
    }

    @Test
    void no_word_blames_a_victim() {
        Pattern blaming =
                Pattern.compile(BLAMING.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?i)\\b(", ")")));
        List<String> texts = Stream.concat(
                        catalogue.measures().stream()
                                .flatMap(measure -> Stream.of(
                                        measure.title(),
                                        measure.shortTitle(),
                                        measure.placement().name(),
                                        measure.concern(),
                                        measure.definition(),
                                        measure.caveats())),
                        Fact.values().stream().map(Fact::words))
                .toList();
        // Of a victim's support it is said that it ended; identifiers may have the shorter word.
        assertThat(texts).noneMatch(words -> words.matches("(?is).*\\bwithdr(aws?|awn|awal|ew)\\b.*"));
        Stream<String> slugs =
                catalogue.measures().stream().map(measure -> measure.slug().replace('_', ' '));
        assertThat(Stream.concat(texts.stream(), slugs))
                .noneMatch(words -> blaming.matcher(words).find());
    }

    @Test
    @Tag("pitfall-9")
    void attrition_and_its_substitutes_are_read_only_beside_one_another() {
        assertThat(catalogue.measures())
                .filteredOn(measure -> measure.direction() == Direction.FALLING)
                .filteredOn(measure -> measure.variants().stream()
                        .flatMap(variant -> measure.numerator(variant).stream())
                        .flatMap(Expression::facts)
                        .anyMatch(Fact.OUTCOME_16::equals))
                .hasSizeGreaterThan(5)
                .allSatisfy(measure -> assertThat(measure.caveats())
                        .as(measure.slug())
                        .contains("only beside the other ways in which cases end"));
        assertThat(catalogue.measures())
                .filteredOn(measure -> measure.slug().startsWith("substitution"))
                .allMatch(measure -> measure.direction() == Direction.NONE);
    }

    @Test
    void the_dictionary_names_every_measure() {
        String dictionary = new DictionaryText(catalogue).dictionary();
        assertThat(catalogue.measures())
                .allSatisfy(measure -> assertThat(dictionary)
                        .contains("`" + measure.slug() + "`")
                        .contains("### " + measure.title())
                        .contains(measure.placement().name())
                        .contains(catalogue.definition(measure)));
    }

    private static boolean isSet(long[] words, int bit) {
        return (words[bit >>> 6] >>> bit & 1) != 0;
    }
}
