package vaiwg.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Unit;

class AreaStripsTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]* y=\"([0-9.]+)\"[^>]*>([^<]+)</text>");

    @Test
    void a_value_stands_beside_its_area_also_where_another_column_has_no_such_area() {
        AreaDots areas = new AreaDots(
                "No area stands apart",
                "",
                List.of(column("Rape", "Birmingham", "Dudley"), column("All", "Birmingham", "Coventry", "Dudley")),
                "",
                "Areas.");
        String picture = AreaStrips.draw(areas, 700);
        assertThat(row(picture, "Coventry")).containsExactly("Coventry", "20.0%");
        assertThat(row(picture, "Dudley")).containsExactly("Dudley", "30.0%", "30.0%");
    }

    /** The texts on the line of an area. */
    private static List<String> row(String picture, String area) {
        double line = 0;
        Matcher text = TEXT.matcher(picture);
        while (text.find()) {
            if (text.group(2).equals(area)) {
                line = Double.parseDouble(text.group(1));
            }
        }
        double y = line;
        return TEXT.matcher(picture)
                .results()
                .filter(found -> Math.abs(Double.parseDouble(found.group(1)) - y) < 1)
                .map(found -> found.group(2))
                .toList();
    }

    private static AreaDots.Column column(String title, String... names) {
        return new AreaDots.Column(
                title, 0.2, Stream.of(names).map(AreaStripsTest::dot).toList());
    }

    /** Each area has a value of its own. */
    private static AreaDots.Dot dot(String name) {
        double value =
                switch (name) {
                    case "Birmingham" -> 0.1;
                    case "Coventry" -> 0.2;
                    default -> 0.3;
                };
        Figure figure = new Figure(
                "victim_attrition",
                "settled_90d",
                "365d",
                "lpa=" + name,
                LocalDate.of(2026, 11, 26),
                Unit.SHARE,
                10,
                100,
                value,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
        return new AreaDots.Dot(name, figure, 0.05, 0.35, 0.02, 0.4, false, false);
    }
}
