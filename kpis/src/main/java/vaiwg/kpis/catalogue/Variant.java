package vaiwg.kpis.catalogue;

import org.apiguardian.api.API;

/**
 * A measure of one value of its dimension.
 *
 * @param slug the value in slices
 * @param title what rows and columns of tables call it
 */
@API(status = API.Status.MAINTAINED)
public record Variant(Dimension dimension, String slug, String title) {
    /** The slice of its total, such as {@code outcome=14}. */
    public String slice() {
        return dimension.name() + "=" + slug;
    }
}
