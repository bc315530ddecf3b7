package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.board.report.Block;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.Unit;

/** Every number of a report's records is in its page: walked by reflection, written here by other code than the page's. */
class EveryNumberTest {
    private static final DecimalFormat COUNT =
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private static final DecimalFormat ONE =
            new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    static Collection<Report> samples() {
        return ReportPageTest.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_number_is_on_the_page(Report report) {
        Set<String> expected = new TreeSet<>();
        Set<String> drawn = new TreeSet<>();
        walk(report.pages(), each -> expect(each, each instanceof Block.Bar ? drawn : expected));
        String html = ReportPage.html(report).replaceAll("(?s)<style.*?</style>", " ");
        assertThat(numbers(html.replaceAll("(?s)<svg.*?</svg>", " "))).containsAll(expected);
        assertThat(numbers(html)).containsAll(drawn);
    }

    private static Set<String> numbers(String html) {
        Set<String> written = new HashSet<>();
        for (String word : html.replaceAll("<[^>]*>", " ").split("[^0-9.,]+")) {
            written.add(word.replaceAll("^[.,]+|[.,]+$", ""));
        }
        return written;
    }

    private static void expect(Object record, Set<String> expected) {
        if (record instanceof Block.Row row && row.figure().isShown()) {
            expected.add(COUNT.format(row.figure().numerator()));
            expect(row.figure(), Block.Part.VALUE, expected);
        }
        if (record instanceof Block.Cell cell) {
            cell.figure().ifPresent(figure -> expect(figure, cell.part(), expected));
        }
        if (record instanceof Block.Bar bar) {
            expect(bar.figure(), bar.part(), expected);
        }
        if (record instanceof EstimatePoint point) {
            expected.add(ONE.format(100 * point.value()));
            expected.add(ONE.format(100 * point.lower()));
        }
        if (record instanceof BlockPoint point && point.denominator() != null) {
            expected.add(COUNT.format(point.numerator()));
            expected.add(COUNT.format(point.denominator()));
            expected.add(ONE.format(100 * point.upper()));
        }
    }

    private static void expect(Figure figure, Block.Part part, Set<String> expected) {
        if (!figure.isShown()) {
            return;
        }
        switch (part) {
            case VALUE -> {
                if (figure.unit() == Unit.SHARE && figure.state() == Figure.State.SHOWN) {
                    expected.add(ONE.format(100 * figure.value()));
                }
                if (!Double.isNaN(figure.lower())) {
                    expected.add(ONE.format(100 * figure.lower()));
                    expected.add(ONE.format(100 * figure.upper()));
                }
            }
            case COUNT -> expected.add(COUNT.format(figure.numerator()));
            case WHOLE -> expected.add(COUNT.format(figure.denominator()));
            case REST -> expected.add(COUNT.format(figure.denominator() - figure.numerator()));
        }
    }

    private static void walk(Object value, Consumer<Object> visitor) {
        if (value instanceof Collection<?> all) {
            all.forEach(each -> walk(each, visitor));
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(each -> walk(each, visitor));
        } else if (value instanceof Record) {
            visitor.accept(value);
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                if (!(value instanceof Block.Row && component.getName().equals("spark"))) {
                    walk(read(value, component), visitor);
                }
            }
        }
    }

    private static Object read(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
