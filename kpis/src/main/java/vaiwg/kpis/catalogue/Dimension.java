package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * By what the figures of a measure are told apart, declared once: such as how a case ended, or which characteristic of a victim is known. Each
 * of its values has a numerator and a denominator of its own, and rows whose slice names it, as in {@code outcome=14;theme=rape}.
 */
@API(status = API.Status.MAINTAINED)
public final class Dimension {
    private final String name;
    private final String title;
    private final boolean sharesOut;
    private final String forAll;
    private final List<Variant> values = new ArrayList<>();

    /**
     * @param name the key of its slices
     * @param title what it is, for the middle of a sentence
     * @param sharesOut whether its values are parts of one whole: each case is counted by one of them, and where one is withheld, so is another
     * @param forAll the slug of the value that stands for all where a page has room for one, empty where each has a row: then it is a cut as one
     *     by area is, and its rows are kept at month ends, and daily from {@code daily_from} on
     */
    public Dimension(String name, String title, boolean sharesOut, String forAll) {
        this.name = name;
        this.title = title;
        this.sharesOut = sharesOut;
        this.forAll = forAll;
    }

    /**
     * Adds a value behind the others.
     *
     * @param title what rows and columns of tables call it
     */
    public Variant with(String slug, String title) {
        Variant added = new Variant(this, slug, title);
        values.add(added);
        return added;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public boolean sharesOut() {
        return sharesOut;
    }

    /** The value that stands for all where a page has room for one; absent where each has a row. */
    public Optional<Variant> forAll() {
        return value(forAll);
    }

    /** In the order in which they are shown. */
    public List<Variant> values() {
        return List.copyOf(values);
    }

    /** The value of a slug; absent where there is none. */
    public Optional<Variant> value(String slug) {
        return values.stream().filter(value -> value.slug().equals(slug)).findFirst();
    }
}
