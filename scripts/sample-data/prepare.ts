import type { Connection } from '@jsforce/jsforce-node';

/** Named in unpackaged/platformEventSubscriberConfigs: the user who makes the callouts. */
const INTEGRATION_USERNAME = 'integration@partner-portal-ai.example';
const ADMIN_SETS = ['Channel_Admin', 'Channel_Admin_Standard_Objects'];
/** In a domain that exists in nobody's public DNS: mail of the local org stays in the local org. */
const SITE_SENDER = 'portal@partnerportal.internal';
const TRAINING_TIMEOUT_MS = 60_000;
const INTEGRATION_SETS = ['Integration', 'Integration_Standard_Objects'];

/** What an admin does after installing: the integration user, defaults, background jobs, the use case switched on. */
export async function installPackage(connection: Connection, report: (line: string) => void): Promise<void> {
  report('integration user');
  const profile = await single(connection, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const user = await connection.sobject('User').create({
    LastName: 'Integration',
    Username: INTEGRATION_USERNAME,
    Email: INTEGRATION_USERNAME,
    Alias: 'integr',
    ProfileId: profile,
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  });
  if (!user.success) throw new Error(`The integration user could not be created: ${JSON.stringify(user.errors)}`);
  await assign(connection, user.id, INTEGRATION_SETS);
  const { user_id: administrator } = await connection.identity();
  await assign(connection, administrator, ADMIN_SETS);
  report('sender of the site');
  const { records: sites } = await connection.query<{ Id: string }>('SELECT Id FROM Network');
  for (const { Id } of sites) {
    const sender = await connection.sobject('Network').update({ Id, EmailSenderAddress: SITE_SENDER });
    if (!sender.success) throw new Error(`The sender of the site could not be set: ${JSON.stringify(sender.errors)}`);
  }
  report('defaults and background jobs');
  await execute(
    connection,
    "new PostInstall().onInstall(null); AiUseCaseSettings.setMode('Deal_Scoring', 'Assist'); AiUseCaseSettings.setMode('Content_Indexing', 'Assist');"
  );
}

/** Learns from the past registrations, through the same job that an org runs every month, and waits for it. */
export async function trainModel(connection: Connection, report: (line: string) => void): Promise<void> {
  report('training the deal model on them');
  await execute(connection, 'System.enqueueJob(new DealModelTrainingJob());');
  const deadline = Date.now() + TRAINING_TIMEOUT_MS;
  for (;;) {
    const { records } = await connection.query<{ Status: string; ExtendedStatus: string | null }>(
      "SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE ApexClass.Name = 'DealModelTrainingJob' ORDER BY CreatedDate DESC LIMIT 1"
    );
    const [job] = records;
    if (job?.Status === 'Completed') return;
    if (job?.Status === 'Failed') throw new Error(`The deal model could not be trained: ${job.ExtendedStatus}`);
    if (Date.now() > deadline) throw new Error('The deal model was not trained in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Names of permission set groups, which are the roles, or of single permission sets. */
async function assign(connection: Connection, userId: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const result = await connection.sobject('PermissionSetAssignment').create({ AssigneeId: userId, ...(await granted(connection, name)) });
    if (!result.success) throw new Error(`${name} could not be assigned: ${JSON.stringify(result.errors)}`);
  }
}

/** What an assignment of the role, or of the permission set, names. */
export async function granted(connection: Connection, name: string): Promise<Record<string, string>> {
  const groups = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSetGroup WHERE DeveloperName = '${name}'`);
  const [group] = groups.records;
  return group
    ? { PermissionSetGroupId: group.Id }
    : { PermissionSetId: await single(connection, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`) };
}

async function execute(connection: Connection, apex: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(apex);
  if (!result.compiled) throw new Error(`Apex did not compile: ${result.compileProblem}`);
  if (!result.success) throw new Error(`Apex failed: ${result.exceptionMessage}`);
}

async function single(connection: Connection, query: string): Promise<string> {
  const { records } = await connection.query<{ Id: string }>(query);
  const [first] = records;
  if (!first) throw new Error(`Nothing found: ${query}`);
  return first.Id;
}
