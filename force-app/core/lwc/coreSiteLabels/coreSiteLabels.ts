import bellTitle from '@salesforce/label/c.Core_Bell_Title';
import bellUnread from '@salesforce/label/c.Core_Bell_Unread';
import bellMany from '@salesforce/label/c.Core_Bell_Many';
import bellMarkAll from '@salesforce/label/c.Core_Bell_Mark_All';
import bellNew from '@salesforce/label/c.Core_Bell_New';
import bellEmpty from '@salesforce/label/c.Core_Bell_Empty';
import bellSettings from '@salesforce/label/c.Core_Bell_Settings';
import bellBack from '@salesforce/label/c.Core_Bell_Back';
import bellClose from '@salesforce/label/c.Core_Bell_Close';
import bellByBell from '@salesforce/label/c.Core_Bell_By_Bell';
import bellByMail from '@salesforce/label/c.Core_Bell_By_Mail';
import bellSaved from '@salesforce/label/c.Core_Bell_Saved';
import bellNoKinds from '@salesforce/label/c.Core_Bell_No_Kinds';
import profileMenu from '@salesforce/label/c.Core_Profile_Menu';
import profileLogOut from '@salesforce/label/c.Core_Profile_Log_Out';

/** What the header of the site says. */
export const labels = {
  bellTitle,
  bellUnread,
  bellMany,
  bellMarkAll,
  bellNew,
  bellEmpty,
  bellSettings,
  bellBack,
  bellClose,
  bellByBell,
  bellByMail,
  bellSaved,
  bellNoKinds,
  profileMenu,
  profileLogOut
} as const;
