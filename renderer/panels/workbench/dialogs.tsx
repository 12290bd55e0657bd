import { appStore, type OpenDialog, useApp } from '../../state/app-store.ts';
import { AboutDialog } from '../about/about-dialog.tsx';
import { BulkDialog } from '../bulk-edit/bulk-dialog.tsx';
import { ClientsDialog } from '../clients/clients-dialog.tsx';
import { CloseDialog } from '../start/close-dialog.tsx';
import { ColumnsDialog } from '../csv-mapping/columns-dialog.tsx';
import { CommandPalette } from '../commands/command-palette.tsx';
import { DisposableDialog } from '../run-copy/disposable-dialog.tsx';
import { ExpiryDialog } from '../expiry/expiry-dialog.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { OpenManyDialog } from '../start/open-many-dialog.tsx';
import { ReadableDialog } from '../clients/readable-dialog.tsx';
import { RecipesDialog } from '../recipes/recipes-dialog.tsx';
import { RedactDialog } from '../redact/redact-dialog.tsx';
import { RepairDialog } from '../repair/repair-dialog.tsx';
import { ReportDialog } from '../report/report-dialog.tsx';
import { SaveAsDialog } from '../save-as/save-as-dialog.tsx';
import { SaveViewDialog } from '../saved-views/save-view-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { ShortcutsDialog } from '../commands/shortcuts-dialog.tsx';
import { HeaderForDialog } from '../transfer/header-for-dialog.tsx';
import { SendToDialog } from '../transfer/send-to-dialog.tsx';
import { TransferDialog } from '../transfer/transfer-dialog.tsx';
import { ProfilesDialog } from '../profiles/profiles-dialog.tsx';
import { VersionsDialog } from '../versions/versions-dialog.tsx';
import { ViewsDialog } from '../saved-views/views-dialog.tsx';

/** Takes away what is over the window. */
export function closeDialog(): void {
  const { dialog: _closed, ...rest } = appStore.getState();
  appStore.setState(rest, true);
}

/** What is shown over the window, if anything. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  if (dialog === undefined) return null;
  switch (dialog.kind) {
    case 'palette':
      return <CommandPalette onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog section={dialog.section} onClose={closeDialog} />;
    case 'saveView':
      return <SaveViewDialog onClose={closeDialog} />;
    case 'views':
      return <ViewsDialog onClose={closeDialog} />;
    case 'help':
      return <HelpDialog page={dialog.page} onClose={closeDialog} />;
    case 'about':
      return <AboutDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'profiles':
      return <ProfilesDialog onClose={closeDialog} />;
    case 'columns':
      return <ColumnsDialog table={dialog.table} onClose={closeDialog} />;
    case 'clients':
      return <ClientsDialog onClose={closeDialog} />;
    case 'openMany':
      return <OpenManyDialog files={dialog.files} onClose={closeDialog} />;
    case 'sendTo':
      return <SendToDialog lines={dialog.lines} way={dialog.way} onClose={closeDialog} />;
    case 'headerFor':
      return <HeaderForDialog lines={dialog.lines} onClose={closeDialog} />;
    default:
      return <DocumentDialog dialog={dialog} />;
  }
}

/** What is shown of one document. */
function DocumentDialog({ dialog }: { readonly dialog: Extract<OpenDialog, { readonly document: string }> }) {
  const { document } = dialog;
  switch (dialog.kind) {
    case 'saveAs':
      return <SaveAsDialog document={document} onClose={closeDialog} />;
    case 'repair':
      return <RepairDialog document={document} onClose={closeDialog} />;
    case 'readable':
      return <ReadableDialog document={document} onClose={closeDialog} />;
    case 'versions':
      return <VersionsDialog document={document} onClose={closeDialog} />;
    case 'merge': {
      const { with: beside, keepDropped } = dialog;
      return <MergeDialog {...{ document, beside, keepDropped }} onClose={closeDialog} />;
    }
    case 'transfer':
      return <TransferDialog onClose={closeDialog} />;
    case 'bulkEdit':
      return <BulkDialog document={document} start={dialog.start} rule={dialog.rule} onClose={closeDialog} />;
    case 'expiry':
      return <ExpiryDialog document={document} onClose={closeDialog} />;
    case 'recipes':
      return <RecipesDialog document={document} onClose={closeDialog} />;
    case 'redact':
      return <RedactDialog document={document} onClose={closeDialog} />;
    case 'report':
      return <ReportDialog document={document} onClose={closeDialog} />;
    case 'runCopy':
      return <DisposableDialog document={document} onClose={closeDialog} />;
    case 'close':
      return <CloseDialog document={document} onClose={closeDialog} />;
  }
}
