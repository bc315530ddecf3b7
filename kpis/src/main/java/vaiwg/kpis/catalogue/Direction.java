package vaiwg.kpis.catalogue;

import org.apiguardian.api.API;

/** Which way is better. Volumes have no good direction: they move with recording practice. */
@API(status = API.Status.MAINTAINED)
public enum Direction {
    RISING("up"),
    FALLING("down"),
    NONE("none");

    private final String slug;

    Direction(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
