package vaiwg.kpis.catalogue;

import java.util.Arrays;
import java.util.List;

/**
 * The figures of which it is followed how much they are revised: of the dashboard's shares that have a window, the total over a year. A
 * stock has no past that could be counted otherwise. Slices name them as {@code headline=charge_rate}.
 */
public enum RevisedFigure {
    VICTIM_ATTRITION("victim_attrition", Basis.settled(90)),
    CHARGE_RATE("charge_rate", Basis.settled(180)),
    WITHDRAWAL_REASON_RECORDED("withdrawal_reason_recorded", Basis.ASSIGNED),
    CORE_FOUR_KNOWN("core_four_known", Basis.settled(7)),
    RECORDED_WITHIN_24H("recorded_within_24h", Basis.RECORDED),
    VICTIMS_CODE_ALL_FIVE("victims_code_all_five", Basis.RECORDED);

    /** Over which window it is read. */
    public static final Window WINDOW = Window.days(365);

    private final String slug;
    private final Basis basis;

    RevisedFigure(String slug, Basis basis) {
        this.slug = slug;
        this.basis = basis;
    }

    /** The measure's. */
    public String slug() {
        return slug;
    }

    /** Whether a column holds it. */
    public boolean isIn(Column column) {
        return column.measure().slug().equals(slug) && column.basis().equals(basis);
    }

    /** The measures, in order. */
    static List<String> slugs() {
        return Arrays.stream(values()).map(RevisedFigure::slug).toList();
    }

    /** All of them with their bases, in words. */
    static String words() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .map(headline -> headline.slug + " (" + headline.basis.slug() + ")")
                        .toList());
    }
}
