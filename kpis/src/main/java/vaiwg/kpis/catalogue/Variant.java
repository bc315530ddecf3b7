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
        return Slice.of(dimension.name(), slug);
    }

    /** Of the slug alone: what a dimension holds is long, and columns look their streams up for each value that is read. */
    @Override
    public int hashCode() {
        return slug.hashCode();
    }
}
