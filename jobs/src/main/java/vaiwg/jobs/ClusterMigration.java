package vaiwg.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.store.Migrations;

/** Brings the database to the tables of this build, before the job starts on a cluster; the environment names it and the tables' owner. */
public final class ClusterMigration {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMigration.class);

    private ClusterMigration() {}

    public static void main(String[] args) {
        LOG.info(Migrations.apply(ClusterJob.database(System.getenv())));
    }
}
