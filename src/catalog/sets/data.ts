import { athenaWorkgroup } from '../services/athena-workgroup.js';
import { auroraCluster } from '../services/aurora-cluster.js';
import { databrewJob } from '../services/databrew-job.js';
import { documentdbCluster } from '../services/documentdb-cluster.js';
import { glueCrawler } from '../services/glue-crawler.js';
import { glueJob } from '../services/glue-job.js';
import { glueWorkflow } from '../services/glue-workflow.js';
import { influxdb } from '../services/influxdb.js';
import { opensearchCollection } from '../services/opensearch-collection.js';
import { opensearchDomain } from '../services/opensearch-domain.js';
import { rdsInstance } from '../services/rds-instance.js';
import { redshiftData } from '../services/redshift-data.js';
import { s3Table } from '../services/s3-table.js';
import { tableExport } from '../connections/table-export.js';
import { tableIngestion } from '../connections/table-ingestion.js';
import { timestreamTable } from '../services/timestream-table.js';
import { zeroEtl } from '../connections/zero-etl.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [
    athenaWorkgroup,
    auroraCluster,
    rdsInstance,
    documentdbCluster,
    opensearchDomain,
    opensearchCollection,
    s3Table,
    timestreamTable,
    influxdb,
    redshiftData,
    glueJob,
    glueWorkflow,
    glueCrawler,
    databrewJob,
  ],
  [tableExport, tableIngestion, zeroEtl],
);
