package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of random counts with their totals: after suppression nothing small can be told, and the attack finds what is planted. */
class RandomTablesIT {
    /** Rows by columns with the totals of both; every number is a unit of its own. */
    private static final class Table {
        final Counts counts = new Counts();
        final int[][] cells;

        Table(int[][] inner) {
            int rows = inner.length;
            int columns = inner[0].length;
            cells = new int[rows + 1][columns + 1];
            for (int i = 0; i <= rows; i++) {
                for (int j = 0; j <= columns; j++) {
                    int value = 0;
                    for (int a = 0; a < rows; a++) {
                        for (int b = 0; b < columns; b++) {
                            value += (i == rows || i == a) && (j == columns || j == b) ? inner[a][b] : 0;
                        }
                    }
                    cells[i][j] = counts.cell(i + "," + j, value, value < 5);
                    counts.unit(new Counts.Unit(
                            i + "," + j, new int[] {cells[i][j]}, value < 5, false, List.of(), Counts.Unit.NOTHING));
                }
            }
            for (int i = 0; i <= rows; i++) {
                List<Integer> row = new ArrayList<>();
                for (int j = 0; j < columns; j++) {
                    row.add(cells[i][j]);
                }
                counts.parts(cells[i][columns], row);
            }
            for (int j = 0; j <= columns; j++) {
                List<Integer> column = new ArrayList<>();
                for (int i = 0; i < rows; i++) {
                    column.add(cells[i][j]);
                }
                counts.parts(cells[rows][j], column);
            }
        }
    }

    private static int[][] random(Random random, int rows, int columns, int most) {
        int[][] inner = new int[rows][columns];
        for (int[] row : inner) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(most);
            }
        }
        return inner;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_small_can_be_told_and_nothing_is_withheld_without_need(long seed) {
        Random random = new Random(seed);
        Table table = new Table(random(random, 2 + random.nextInt(3), 2 + random.nextInt(3), 14));
        Attack attack = new Attack(table.counts);
        BitSet withheld = new Suppression(table.counts).choose();
        assertThat(attack.leaks(withheld)).isEmpty();
        for (int unit = 0; unit < table.counts.units().size(); unit++) {
            boolean isPrimary = table.counts.units().get(unit).primary();
            assertThat(withheld.get(unit) || !isPrimary).isTrue();
            if (withheld.get(unit)) {
                BitSet undone = (BitSet) withheld.clone();
                undone.clear(unit);
                // Each is needed: shown again it gives something away, be it itself.
                assertThat(attack.leaks(undone))
                        .as("unit %s of seed %d", unit, seed)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void the_attack_finds_the_same_bounds_as_trying_every_table(long seed) {
        Random random = new Random(seed);
        int[][] inner = random(random, 2, 3, 6);
        Table table = new Table(inner);
        BitSet withheld = new BitSet();
        for (int unit = 0; unit < table.counts.units().size(); unit++) {
            withheld.set(unit, table.counts.units().get(unit).primary() || random.nextInt(3) == 0);
        }
        assertBounds(table, withheld, Told.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52})
    void the_attack_knows_what_words_tell_as_every_table_that_agrees_with_them_does(long seed) {
        Random random = new Random(seed);
        Table table = new Table(random(random, 2, 3, 8));
        BitSet withheld = new BitSet();
        BitSet small = new BitSet();
        BitSet large = new BitSet();
        for (int cell = 0; cell < table.counts.size(); cell++) {
            withheld.set(cell, random.nextInt(4) > 0);
            if (withheld.get(cell) && random.nextInt(3) > 0) {
                (table.counts.isGuarded(cell) ? small : large).set(cell);
            }
        }
        assertBounds(table, withheld, new Told(small, large));
    }

    private static void assertBounds(Table table, BitSet withheld, Told told) {
        Attack attack = new Attack(table.counts);
        int[][] bounds = tryAll(table, attack.known(withheld), told);
        List<Attack.Leak> leaks = attack.leaks(withheld, told);
        for (int cell = 0; cell < table.counts.size(); cell++) {
            int of = cell;
            List<Attack.Leak> found =
                    leaks.stream().filter(leak -> leak.cell() == of).toList();
            boolean narrow = bounds[cell][1] - bounds[cell][0] + 1 < 5 && table.counts.isGuarded(cell);
            assertThat(found).hasSize(narrow ? 1 : 0);
            if (narrow) {
                assertThat(new int[] {found.get(0).lower(), found.get(0).upper()})
                        .isEqualTo(bounds[cell]);
            }
        }
    }

    /** Least and greatest of each number over all tables of two by three that agree with what is known; up to 11 a number. */
    private static int[][] tryAll(Table table, BitSet known, Told told) {
        int[][] bounds = new int[table.counts.size()][];
        int most = 12;
        int[][] inner = new int[2][3];
        int tables = (int) Math.pow(most, 6);
        for (int n = 0; n < tables; n++) {
            int rest = n;
            for (int i = 0; i < 6; i++) {
                inner[i / 3][i % 3] = rest % most;
                rest /= most;
            }
            if (agrees(table, known, told, inner)) {
                for (int i = 0; i <= 2; i++) {
                    for (int j = 0; j <= 3; j++) {
                        int value = value(inner, i, j);
                        int cell = table.cells[i][j];
                        bounds[cell] = bounds[cell] == null
                                ? new int[] {value, value}
                                : new int[] {Math.min(bounds[cell][0], value), Math.max(bounds[cell][1], value)};
                    }
                }
            }
        }
        return bounds;
    }

    private static boolean agrees(Table table, BitSet known, Told told, int[][] inner) {
        for (int i = 0; i <= 2; i++) {
            for (int j = 0; j <= 3; j++) {
                int cell = table.cells[i][j];
                int value = value(inner, i, j);
                if (known.get(cell) && table.counts.value(cell) != value
                        || told.small().get(cell) && value >= 5
                        || told.large().get(cell) && value < 5) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int value(int[][] inner, int i, int j) {
        int value = 0;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 3; b++) {
                value += (i == 2 || i == a) && (j == 3 || j == b) ? inner[a][b] : 0;
            }
        }
        return value;
    }

    /** Bounds by one sum at a time are no narrower than those of all tables, and counts found by exchanges are such a table. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void what_is_told_without_the_solver_is_true(long seed) {
        Random random = new Random(seed);
        Table table = new Table(random(random, 2, 3, 6));
        BitSet withheld = new BitSet();
        for (int unit = 0; unit < table.counts.units().size(); unit++) {
            withheld.set(unit, random.nextInt(2) == 0);
        }
        BitSet known = new Attack(table.counts).known(withheld);
        int[][] bounds = tryAll(table, known, Told.NOTHING);
        BitSet all = new BitSet();
        all.set(0, table.counts.size());
        Groups groups = new Groups(table.counts);
        Unknowns unknowns = new Unknowns(table.counts, groups, known, Told.NOTHING, all);
        Exchange exchange =
                new Exchange(table.counts, groups, unknowns, new Opening(table.counts, groups, withheld, 0));
        for (int cell = 0; cell < table.counts.size(); cell++) {
            assertThat(unknowns.lower(cell)).isLessThanOrEqualTo(bounds[cell][0]);
            assertThat(unknowns.upper(cell)).isGreaterThanOrEqualTo(bounds[cell][1]);
            for (int number = unknowns.lower(cell); number <= Math.min(11, unknowns.upper(cell)); number++) {
                Optional<int[]> other = exchange.with(cell, number);
                int[][] inner = new int[2][3];
                for (int i = 0; i < 6 && other.isPresent(); i++) {
                    inner[i / 3][i % 3] = other.get()[table.cells[i / 3][i % 3]];
                }
                assertThat(other.isEmpty() || agrees(table, known, Told.NOTHING, inner))
                        .isTrue();
            }
        }
    }

    @Test
    void three_pairs_that_fix_three_numbers_are_seen_though_no_pair_alone_says_so() {
        Counts counts = new Counts();
        int x = counts.cell("x", 2, true);
        int y = counts.cell("y", 13, false);
        int z = counts.cell("z", 22, false);
        List<List<Integer>> pairs = List.of(List.of(x, y), List.of(y, z), List.of(x, z));
        for (List<Integer> pair : pairs) {
            int sum = counts.cell(
                    "sum of " + pair, pair.stream().mapToInt(counts::value).sum(), false);
            counts.parts(sum, pair);
            counts.unit(
                    new Counts.Unit(counts.name(sum), new int[] {sum}, false, false, List.of(), Counts.Unit.NOTHING));
        }
        assertThat(new Attack(counts).leaks(new BitSet())).containsExactly(new Attack.Leak(x, 2, 2));
        BitSet withheld = new Suppression(counts).choose();
        assertThat(withheld.cardinality()).isEqualTo(1);
        assertThat(new Attack(counts).leaks(withheld)).isEmpty();
    }
}
