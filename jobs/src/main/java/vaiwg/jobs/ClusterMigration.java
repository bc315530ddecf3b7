package vaiwg.jobs;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

/** Brings the database to the tables of this build, before the job starts on a cluster; the environment names it and the tables' owner. */
public final class ClusterMigration {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMigration.class);

    private ClusterMigration() {}

    public static void main(String[] args) {
        Database database = ClusterJob.database(System.getenv());
        Optional<BoardAddress> dashboard =
                ClusterVariable.VAIWG_BOARD_URL.in(System.getenv()).map(BoardAddress::parse);
        LOG.info(Migrations.apply(database));
        BoardAddress.keep(dashboard, database);
    }
}
