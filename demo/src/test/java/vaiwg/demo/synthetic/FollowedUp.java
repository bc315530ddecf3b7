package vaiwg.demo.synthetic;

import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Cases are followed up whatever else is counted of them; so where nothing else is asked, only what is estimated of them is. */
final class FollowedUp {
    static final Catalogue CATALOGUE = new Catalogue(
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> !measure.estimates().isEmpty())
                    .toList(),
            ShippedCatalogue.get().maps());

    private FollowedUp() {}
}
