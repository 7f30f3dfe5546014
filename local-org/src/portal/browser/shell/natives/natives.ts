import type { LightningElement } from 'lwc';
import Activities from 'shell/activities';
import ColumnsPage from 'shell/columnsPage';
import FlexibleLayout from 'shell/flexibleLayout';
import Highlights from 'shell/highlights';
import ListCard from 'shell/listCard';
import NavigationBar from 'shell/navigationBar';
import RecordDetail from 'shell/recordDetail';
import RelatedLists from 'shell/relatedLists';
import RelatedList from 'shell/relatedListSingle';
import RichText from 'shell/richText';
import Section from 'shell/section';
import Tabset from 'shell/tabset';
import ThemeLayout from 'shell/themeLayout';
import TitleSetter from 'shell/titleSetter';

/** What stands in for the platform's own page components. A function: these modules import each other in a circle. */
const natives = (): Readonly<Record<string, typeof LightningElement>> => ({
  'community_builder:htmlEditor': RichText,
  'community_builder:richTextEditor': RichText,
  'community_builder:seoAssistant': TitleSetter,
  'community_byo:scopedHeaderAndFooter': ThemeLayout,
  'community_layout:section': Section,
  'community_layout:simpleThemeLayout': ThemeLayout,
  'community_layout:sldsFlexibleLayout': FlexibleLayout,
  'community_navigation:customizableNavigationBarContainer': NavigationBar,
  'flexipage:defaultAppHomeTemplate': ColumnsPage,
  'flexipage:filterListCard': ListCard,
  'flexipage:recordHomeTemplateDesktop': ColumnsPage,
  'flexipage:richText': RichText,
  'flexipage:tabset': Tabset,
  'force:detailPanel': RecordDetail,
  'force:highlightsPanel': Highlights,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedList,
  'home:desktopTemplate': ColumnsPage,
  'runtime_sales_activities:activityPanel': Activities
});

export function native(definition: string): typeof LightningElement | undefined {
  return natives()[definition];
}
