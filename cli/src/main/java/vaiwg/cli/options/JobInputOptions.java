package vaiwg.cli.options;

import java.util.Optional;
import org.apache.flink.util.function.SerializableSupplier;
import picocli.CommandLine.Mixin;
import vaiwg.jobs.SiteFiles;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.Catalogue;

/** What the job reads, and where it publishes: for it, and for whoever looks at the same. */
public final class JobInputOptions {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private SiteOptions site;

    @Mixin
    private DatabaseOptions database;

    public KafkaConnection kafka() {
        return kafka.connection();
    }

    public Database database() {
        return database.database();
    }

    public EventOptions events() {
        return rules.required(registry.endpoint());
    }

    /** Likewise without a registry, and with every force accepted where none is named. */
    public EventOptions eventsIfNamed() {
        return rules.ifNamed(Optional.empty());
    }

    /** The measures of this build, with the folders of the forces whose events are counted. */
    public SerializableSupplier<Catalogue> catalogue(EventOptions events) {
        return SiteFiles.catalogue(site.sites(events.forces()));
    }

    public KafkaOptions kafkaOptions() {
        return kafka;
    }

    public RegistryOptions registryOptions() {
        return registry;
    }

    public SiteOptions siteOptions() {
        return site;
    }

    public DatabaseOptions databaseOptions() {
        return database;
    }
}
