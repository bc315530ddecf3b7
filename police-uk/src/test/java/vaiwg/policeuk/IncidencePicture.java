package vaiwg.policeuk;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.statistics.attrition.Estimate;

/** Three lines by month as an SVG picture: the plain share, the settled one, and the estimate with its interval. */
final class IncidencePicture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 56;
    private static final int RIGHT = 36;
    private static final int TOP = 56;
    private static final int BOTTOM = 64;
    private static final double MOST = 0.8;

    private final YearMonth first;
    private final int months;
    private final StringBuilder svg = new StringBuilder();

    private IncidencePicture(YearMonth first, YearMonth last) {
        this.first = first;
        this.months = (int) first.until(last, ChronoUnit.MONTHS);
    }

    static String of(
            NavigableMap<YearMonth, Double> plain,
            NavigableMap<YearMonth, Double> settled,
            NavigableMap<YearMonth, Estimate> estimated) {
        IncidencePicture picture = new IncidencePicture(plain.firstKey(), plain.lastKey());
        picture.begin();
        picture.band(estimated);
        NavigableMap<YearMonth, Double> values = new TreeMap<>();
        estimated.forEach((month, estimate) -> values.put(month, estimate.value()));
        picture.line(plain, "#9a6700", "6 4");
        picture.line(settled, "#57606a", "2 3");
        picture.line(values, "#0550ae", "");
        picture.legend(0, "#9a6700", "6 4", "share of the month's crimes, as known at the end of 2022");
        picture.legend(1, "#57606a", "2 3", "share within 3 months, once 3 months have passed");
        picture.legend(2, "#0550ae", "", "estimated when the month had ended, with its 95% interval");
        return picture.svg.append("</svg>\n").toString();
    }

    private void begin() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
                WIDTH, HEIGHT);
        add("<title>Unable to prosecute, violence and sexual offences, Bedfordshire, by month</title>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        for (int percent = 0; percent <= 80; percent += 20) {
            double y = y(percent / 100.0);
            add("<path d=\"M%d %.1fH%d\" stroke=\"#d0d7de\"/>", LEFT, y, WIDTH - RIGHT);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#24292f\">%d%%</text>", LEFT - 6, y + 4, percent);
        }
        for (int i = 0; i <= months; i++) {
            YearMonth month = first.plusMonths(i);
            if (month.getMonthValue() % 3 == 1 || i == months) {
                add(
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#24292f\">%s</text>",
                        x(month), HEIGHT - BOTTOM + 18, month);
            }
        }
        add(
                "<text x=\"%d\" y=\"%d\" fill=\"#57606a\" font-size=\"10\">Contains public sector information licensed under the Open"
                        + " Government Licence v3.0 (data.police.uk).</text>",
                LEFT, HEIGHT - 12);
    }

    private void band(NavigableMap<YearMonth, Estimate> estimated) {
        String upper = estimated.entrySet().stream()
                .map(entry -> point(entry.getKey(), entry.getValue().upper()))
                .collect(Collectors.joining(" "));
        String lower = estimated.descendingMap().entrySet().stream()
                .map(entry -> point(entry.getKey(), entry.getValue().lower()))
                .collect(Collectors.joining(" "));
        add("<polygon points=\"%s %s\" fill=\"#0550ae\" fill-opacity=\"0.18\"/>", upper, lower);
    }

    private void line(NavigableMap<YearMonth, Double> values, String colour, String dashes) {
        String points = values.entrySet().stream()
                .map(entry -> point(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                points, colour, dashes);
    }

    private void legend(int row, String colour, String dashes, String text) {
        int y = 14 + row * 15;
        add(
                "<path d=\"M%d %dh30\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                LEFT, y, colour, dashes);
        add("<text x=\"%d\" y=\"%d\" fill=\"#24292f\">%s</text>", LEFT + 38, y + 4, text);
    }

    private String point(YearMonth month, double share) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(month), y(share));
    }

    private double x(YearMonth month) {
        double step = (double) (WIDTH - LEFT - RIGHT - 24) / months;
        return LEFT + 12 + step * first.until(month, ChronoUnit.MONTHS);
    }

    private double y(double share) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / MOST);
    }

    private void add(String line, Object... values) {
        svg.append(String.format(Locale.ROOT, line, values)).append('\n');
    }
}
